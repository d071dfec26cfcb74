import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The content security policy allows files of our own only: nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Kept by browsers from one release to the next: what it is made of seldom changes.
            {
              name: 'framework',
              test: /node_modules[\\/].*(react|react-dom|react-router|scheduler|query-core|react-query)[\\/]/,
              priority: 2,
            },
            // What every page draws with, in one file: many small ones cost a journey each.
            {
              name: 'accord',
              test: /apps[\\/]web[\\/]src[\\/](ui|lib)[\\/]|charts[\\/](prepare[\\/](scale|series|summaries)|status-word|figure-text|draw[\\/](status|receipt|rating))|packages[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
