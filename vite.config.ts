import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const dashboard = fileURLToPath(new URL('./src/dashboard/', import.meta.url));

/** The pages: bundled whole, so that they work without any network but the server's own. */
export default defineConfig({
  root: dashboard,
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('./dist/dashboard/', import.meta.url)),
    emptyOutDir: true,
    // Monaco, the editor of GraphiQL, is that large.
    chunkSizeWarningLimit: 8000,
    rollupOptions: { input: { graphiql: `${dashboard}graphiql.html` } },
  },
});
