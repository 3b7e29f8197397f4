"""Whom an article names as the source of its text, and whom it quotes."""
def credited(t,l): return ()
def cited(t,l): return ()
