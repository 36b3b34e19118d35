import type { Server } from "../fixtures/startServer.ts"

/** A row as the server has read it: its number, then its cells in the order of the columns. */
export type ReadRow = ReadonlyArray<string | number>

export interface Uploaded {
  readonly id: string
  readonly rows: ReadonlyArray<ReadRow>
}

interface Import {
  readonly id: string
  readonly state: string
  readonly columns: ReadonlyArray<string>
}

interface Page {
  readonly items: ReadonlyArray<{ readonly row: number; readonly cells: Readonly<Record<string, string>> }>
  readonly nextCursor: string | null
}

const json = async <A>(answer: Response): Promise<A> => {
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as A
}

/** Uploads a file and reads all of its rows, once they are validated. */
export const upload = async ({ ask }: Server, scope: string, bytes: Uint8Array): Promise<Uploaded> => {
  const made = await ask(`${scope}/imports`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: new Uint8Array(bytes),
  })
  let one = await json<Import>(made)
  while (one.state === "validating") {
    await new Promise((resolve) => setTimeout(resolve, 100))
    one = await json<Import>(await ask(`${scope}/imports/${one.id}`))
  }
  const rows: Array<ReadRow> = []
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: Page = await json<Page>(await ask(`${scope}/imports/${one.id}/rows?limit=500${cursor}`))
    for (const { row, cells } of page.items)
      rows.push([row, ...one.columns.map((column) => cells[column] ?? "")])
    cursor = page.nextCursor === null ? null : `&cursor=${page.nextCursor}`
  }
  return { id: one.id, rows }
}

/** A file that the server answers. */
export const download = async ({ ask }: Server, path: string): Promise<Buffer> => {
  const answer = await ask(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return Buffer.from(await answer.arrayBuffer())
}
