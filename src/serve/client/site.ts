/** What runs on every page: each part adds to a page that works without it. */
import { addCopyButtons } from './copy-buttons.ts'
import { suggestOnTyping } from './search.ts'

addCopyButtons(document)
suggestOnTyping(document)
