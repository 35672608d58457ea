// For tools that look for Vite's configuration here; `npm run notebooks` and `npm run build` use the same.
import { notebooksConfig } from "./bin/notebooks/config.mjs";

export default notebooksConfig();
