import type { RdfFormat } from '../../../formats.ts'
import { html } from '../../html/html.ts'
import type { Markup } from '../../html/html.ts'
import { relativePath } from '../../respond/paths.ts'
import { messagesIn } from '../messages/index.ts'
import type { PageContext } from '../page-context.ts'
import { formatBytes } from '../values/bytes.ts'

/** The whole graph in one format. */
export interface Download {
  readonly format: RdfFormat
  /** What is known of the file without writing it. */
  readonly file?: { readonly size: number; readonly sha256: string } | undefined
}

/** Writes the files that hold everything, with their sizes and checksums where these are known. */
export function renderDownloads(downloads: readonly Download[], context: PageContext): Markup {
  const { datasetPage: about } = messagesIn(context.language)
  return html`<section>
    <h2 id="downloads">${about.downloads}</h2>
    <p class="quiet">${about.downloadsHint}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="downloads">
      <table>
        <thead>
          <tr>
            <th scope="col">${about.format}</th>
            <th scope="col" class="number">${about.fileSize}</th>
            <th scope="col">${about.compressed}</th>
            <th scope="col">${about.checksum}</th>
          </tr>
        </thead>
        <tbody>
          ${downloads.map((download) => renderRow(download, context))}
        </tbody>
      </table>
    </div>
  </section>`
}

function renderRow({ format, file }: Download, context: PageContext): Markup {
  const { datasetPage: about } = messagesIn(context.language)
  const name = `dump.${format.extensions[0]}`
  const link = (to: string) => relativePath(context.path, `/${to}`)
  return html`<tr>
    <th scope="row"><a href="${link(name)}" type="${format.mediaTypes[0]}">${format.title}</a></th>
    <td class="number">${file && formatBytes(file.size, context.language)}</td>
    <td><a href="${link(`${name}.gz`)}">${name}.gz</a></td>
    <td>
      <a href="${link(`${name}.sha256`)}"
        >${
          file
            ? html`<span class="hidden">${about.checksumOf(name)}: </span
                ><code>${file.sha256.slice(0, 16)}…</code>`
            : `${name}.sha256`
        }</a
      >
    </td>
  </tr>`
}
