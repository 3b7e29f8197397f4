/** The Cypher editor: CodeMirror in a shadow root, where its styles need no inline <style> under the content policy. */

import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, drawSelection, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Schema } from "../../shapes";

const KEYWORDS = [
  ...["MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "DISTINCT", "WITH", "UNWIND", "ORDER BY", "DESC", "SKIP", "LIMIT"],
  ...["AND", "OR", "NOT", "IN", "CONTAINS", "STARTS WITH", "ENDS WITH", "IS NULL", "IS NOT NULL", "AS", "CASE", "WHEN"],
  ...["THEN", "ELSE", "END", "UNION", "count", "collect", "size", "coalesce", "type", "labels", "min", "max", "sum", "avg"],
];

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: tags.number, color: "var(--code-number)" },
  { tag: tags.comment, color: "var(--ink-quiet)", fontStyle: "italic" },
  { tag: [tags.atom, tags.standard(tags.variableName), tags.typeName], color: "var(--code-name)" },
  { tag: tags.operator, color: "var(--ink-quiet)" },
]);

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--raised)", fontSize: "0.9rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", maxHeight: "50vh" },
  ".cm-content, .cm-gutter": { minHeight: "11rem" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.6rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--sunken)", color: "var(--ink-quiet)", border: "none" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-tooltip": { backgroundColor: "var(--raised)", border: "1px solid var(--line-strong)", color: "var(--ink)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selection)" },
  ".cm-diagnostic": { fontFamily: "var(--sans)" },
});

function options(schema: Schema): Record<"label" | "relation" | "property" | "keyword", Completion[]> {
  const properties = [...new Set(Object.values(schema.properties).flat())].sort();
  return {
    label: schema.labels.map((label) => ({ label, type: "class" })),
    relation: [
      ...schema.relations.map(({ name, reading }) => ({ label: name, type: "function", detail: reading })),
      ...schema.statement_edges.map((label) => ({ label, type: "function" })),
    ],
    property: properties.map((label) => ({ label, type: "property" })),
    keyword: KEYWORDS.map((label) => ({ label, type: "keyword" })),
  };
}

/** Completes labels after `(x:`, relations after `[x:`, properties after a dot, keywords elsewhere. */
function completer(schema: () => Schema | null): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const word = context.matchBefore(/\w*/);
    const known = schema();
    if (!word || !known || (word.from === word.to && !context.explicit && !/[:.|]$/.test(before(context)))) return null;
    const text = context.state.sliceDoc(Math.max(0, word.from - 60), word.from);
    const all = options(known);
    const kind = /\[[^\]]*[:|]$/.test(text) ? "relation" : /:$/.test(text) ? "label" : /\w\.$/.test(text) ? "property" : "keyword";
    return { from: word.from, options: all[kind], validFor: /^\w*$/ };
  };
}

const before = (context: CompletionContext) => context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);

const PAIRS = /^[()[\]{}'"]$/;

/** Text typed over a selection: left to the browser, it would keep the old text's colours in a style attribute. */
const typedOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { data, inputType } = event;
    if (inputType !== "insertText" || !data || PAIRS.test(data) || view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

export interface EditorOptions {
  label: string;
  text: string;
  schema: () => Schema | null;
  run: () => void;
}

export class Editor {
  private readonly view: EditorView;

  constructor(host: HTMLElement, options: EditorOptions) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const run = { key: "Mod-Enter", run: () => (options.run(), true) };
    this.view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: options.text,
        extensions: [
          Prec.highest(keymap.of([run])),
          typedOver,
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          StreamLanguage.define(cypher),
          syntaxHighlighting(colours),
          theme,
          EditorView.lineWrapping,
          autocompletion({ override: [completer(options.schema)], icons: false }),
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
          EditorView.contentAttributes.of({ "aria-label": options.label }),
        ],
      }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  set text(text: string) {
    if (text !== this.text) this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  focus(): void {
    this.view.focus();
  }

  /** Underline where an error is; lines and columns count from one. */
  mark(at: { line: number; column: number } | null, message = ""): void {
    const { doc } = this.view.state;
    const found: Diagnostic[] = [];
    if (at && at.line >= 1 && at.line <= doc.lines) {
      const line = doc.line(at.line);
      const from = Math.min(line.to, line.from + Math.max(0, at.column - 1));
      const word = /^\w+/.exec(doc.sliceString(from, line.to))?.[0].length ?? 1;
      found.push({ from, to: Math.min(line.to, from + word), severity: "error", message });
    }
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }

  destroy(): void {
    this.view.destroy();
  }
}
