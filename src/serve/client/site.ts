/** What runs on every page: each part adds to a page that works without it. */
import { addCopyButtons } from './copy-buttons.ts'
import { useOwnAddress } from './own-address.ts'
import { suggestOnTyping } from './search.ts'

addCopyButtons(document)
useOwnAddress(document, location.href)
suggestOnTyping(document)
