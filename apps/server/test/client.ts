import { authorization } from "./startMuster.ts"

/** An import as the API answers it. */
export interface ImportAnswer {
  readonly id: string
  readonly state: string
  readonly counts: Readonly<
    Record<
      | "rows"
      | "valid"
      | "invalid"
      | "conflict"
      | "skipped"
      | "created"
      | "updated"
      | "unchanged"
      | "removed"
      | "failed"
      | "unprocessed",
      number
    >
  >
  readonly plan: Readonly<Record<"created" | "updated" | "unchanged" | "removed", number>>
  readonly issues: ReadonlyArray<{ readonly code: string }>
}

export interface RowAnswer {
  readonly row: number
  readonly status: string
  readonly cells: Readonly<Record<string, string>>
  readonly changes: { readonly fields: ReadonlyArray<Readonly<Record<string, string | null>>> }
  readonly issues: ReadonlyArray<{
    readonly code: string
    readonly row: number
    readonly column: string | null
    readonly value: string | null
    readonly message: string
    readonly suggestion: string | null
    readonly candidates: ReadonlyArray<string>
  }>
}

const final = ["refused", "ready", "completed", "failed", "cancelled"]

/** What a service does over HTTP, on one server. `scope` is `platform` or `databases/{id}`. */
export const client = (address: string) => {
  const api = `${address}/api/v1`
  const json = async <A>(path: string, init?: RequestInit): Promise<A> => {
    const response = await fetch(`${api}/${path}`, {
      ...init,
      headers: { ...authorization, ...init?.headers },
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return (await response.json()) as A
  }
  const post = (path: string, body?: unknown) =>
    fetch(`${api}/${path}`, {
      method: "POST",
      headers: { ...authorization, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const send = (scope: string, file: string | Uint8Array<ArrayBuffer>, query = "") =>
    fetch(`${api}/${scope}/imports?fileName=people.csv${query}`, {
      method: "POST",
      headers: { ...authorization, "Content-Type": "text/csv" },
      body: file,
    })
  const rest = async (scope: string, id: string): Promise<ImportAnswer> => {
    for (;;) {
      const one = await json<ImportAnswer>(`${scope}/imports/${id}`)
      if (final.includes(one.state)) return one
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  return {
    json,
    post,
    send,
    rest,
    /** Uploads a file that can be read, and waits for its validation. */
    upload: async (scope: string, file: string | Uint8Array<ArrayBuffer>, query = "") => {
      const response = await send(scope, file, query)
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
      return rest(scope, ((await response.json()) as ImportAnswer).id)
    },
    /** Runs an import and waits for its end. */
    run: async (scope: string, id: string) => {
      const response = await post(`${scope}/imports/${id}/run`)
      if (response.status !== 202) throw new Error(`${response.status} ${await response.text()}`)
      return rest(scope, id)
    },
    /** Has an import undone as far as its preview. */
    undo: async (scope: string, id: string) => {
      const response = await post(`${scope}/imports/${id}/undo`)
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
      return rest(scope, ((await response.json()) as ImportAnswer).id)
    },
    rows: async (scope: string, id: string) =>
      (await json<{ items: ReadonlyArray<RowAnswer> }>(`${scope}/imports/${id}/rows?limit=500`)).items,
    report: async (scope: string, id: string, rows = "failed") =>
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(
        await (
          await fetch(`${api}/${scope}/imports/${id}/report?rows=${rows}`, { headers: authorization })
        ).arrayBuffer(),
      ),
  }
}

/** A file of step 1 with this many people; `from` shifts who they are. */
export const peopleFile = (count: number, from = 0): string =>
  [
    "email,firstName,lastName",
    ...Array.from({ length: count }, (_, at) => `person${at + from}@company.example,Per,Son ${at}`),
  ].join("\r\n")
