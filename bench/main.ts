import { benchBrowse } from './browse.ts'
import { benchConvert } from './convert.ts'
import { benchPages } from './pages.ts'
import { benchServe } from './serve.ts'

const benchmarks: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  browse: benchBrowse,
  convert: benchConvert,
  pages: benchPages,
  serve: benchServe,
}

const [name = '', ...args] = process.argv.slice(2)
const run = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
if (run) {
  const isWithinBars = await run(args)
  process.exitCode = isWithinBars ? 0 : 1
} else {
  process.stderr.write(
    `Usage: npm run bench -- ${Object.keys(benchmarks).join('|')} [--size 1GB]\n`,
  )
  process.exitCode = 2
}
