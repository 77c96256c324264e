/** What runs on every page: each part adds to a page that works without it. */
import { addCopyButtons } from './copy-buttons.ts'

addCopyButtons(document)
