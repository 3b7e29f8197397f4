import { defineConfig } from "vite";

const api = "http://127.0.0.1:8000";

export default defineConfig({
  base: "./",
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  worker: { format: "es" },
  build: {
    target: "es2022",
    // Nothing is inlined as a data: URL, so that fonts, scripts and workers are all 'self' under the content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": api, "/healthz": api } },
});
