import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What came back over a connection until it was closed. */
export interface Exchanged {
  readonly text: string
  readonly milliseconds: number
}

/** Something that is written to a connection. */
export type Script = (socket: Socket) => Promise<void> | void

/** How long a connection may stay open before the test fails. */
const PATIENCE_MS = 60_000

/** Opens a connection, writes what is said, and reads until the server closes it. */
export function exchange(address: string, script: Script): Promise<Exchanged> {
  const { hostname, port } = new URL(address)
  const start = performance.now()
  return new Promise((resolve, reject) => {
    let text = ''
    // The other side alone decides when this one is closed.
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`The connection is still open; it said: ${text.slice(0, 500)}`))
    }, PATIENCE_MS)
    const close = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ text, milliseconds: performance.now() - start })
    }
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk))
    // A connection that the server breaks off is closed as well.
    socket.once('end', close).once('error', close).once('close', close)
    socket.once('connect', () => void script(socket))
  })
}

/** Writes text whose every character is a byte. */
export const say =
  (text: string): Script =>
  (socket) => {
    socket.write(text, 'latin1')
  }

/** Writes a beginning, and then some more again and again for as long as the connection is open. */
export const drip =
  (beginning: string, more: string, everyMs: number): Script =>
  async (socket) => {
    socket.write(beginning, 'latin1')
    while (socket.writable) {
      await wait(everyMs)
      socket.write(more, 'latin1')
    }
  }

/** The status of the first answer in a text; 0 where there is none. */
export const statusOf = ({ text }: Exchanged): number =>
  Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
