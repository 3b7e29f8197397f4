/** Light or dark: as the system says, until the reader chooses. */

const KEY = "eventgraph.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

export const themeChanged = new EventTarget();

export function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : dark.matches;
}

function announce(): void {
  themeChanged.dispatchEvent(new Event("change"));
}

export function toggleTheme(): void {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be refused; the choice then lasts as long as the page.
  }
  announce();
}

dark.addEventListener("change", announce);

/** The colour that a custom property has in the present theme, resolved to what a canvas can draw. */
export function themeColour(property: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
