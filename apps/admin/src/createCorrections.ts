import { createSignal, type Accessor } from "solid-js"
import { createStore, produce } from "solid-js/store"
import type { AnsweredImport } from "@muster/client/imports"
import { correctAllRows } from "@muster/client/correctAllRows"
import type { ImportScope } from "@muster/domain/model/Import"
import { correctRows, repairRows } from "@muster/client/imports"
import type { RepairKind } from "@muster/domain/model/RepairKind"
import { api } from "./api.ts"

type Cells = Readonly<Record<string, string>>

/**
 * Corrections of an import's rows. What is typed but not saved is kept here by row and column, so that it
 * survives filtering and scrolling. Each correction is sent, and counts as done when its row has been
 * validated anew and loaded again; answers whether that came about.
 */
export const createCorrections = (
  scope: Accessor<ImportScope>,
  id: Accessor<string>,
  show: (one: AnsweredImport) => void,
  whenSettled: () => Promise<void>,
) => {
  const [drafts, setDrafts] = createStore<Record<string, string>>({})
  const [busy, setBusy] = createStore<Record<number, boolean>>({})
  const [failure, setFailure] = createSignal<unknown>(null)
  const [replacing, setReplacing] = createSignal<{ done: number; total: number } | null>(null)

  const [repairing, setRepairing] = createStore<Partial<Record<RepairKind, boolean>>>({})

  const setDraft = (row: number, column: string, text: string | null) =>
    setDrafts(
      produce((all) => {
        if (text === null) delete all[draftKey(row, column)]
        else all[draftKey(row, column)] = text
      }),
    )

  /** Sends something and waits until it has come about; answers whether it has. */
  const change = async (send: () => Promise<void>, over: () => void): Promise<boolean> => {
    setFailure(null)
    try {
      await send()
      await whenSettled()
      return true
    } catch (error) {
      setFailure(() => error)
      return false
    } finally {
      over()
    }
  }

  const changeRow = (row: number, send: () => Promise<AnsweredImport>): Promise<boolean> => {
    setBusy(row, true)
    return change(
      async () => show(await send()),
      () => setBusy(row, false),
    )
  }

  const save = async (row: number, cells: Cells): Promise<boolean> => {
    const saved = await changeRow(row, () => correctRows(api, scope(), id(), [{ row, cells }]))
    if (saved) for (const column of Object.keys(cells)) setDraft(row, column, null)
    return saved
  }

  /** Does the repairs of a kind in all rows that are damaged so. */
  const repairAll = (kind: RepairKind): Promise<boolean> => {
    setRepairing(kind, true)
    return change(
      async () => show(await repairRows(api, scope(), id(), { kind })),
      () => setRepairing(kind, false),
    )
  }

  /** Writes the same text into one column of several rows. */
  const replaceInAll = (rows: ReadonlyArray<number>, column: string, text: string): Promise<boolean> => {
    setReplacing({ done: 0, total: rows.length })
    const send = async () => {
      const changes = rows.map((row) => ({ row, cells: { [column]: text } }))
      await correctAllRows(api, scope(), id(), changes, (one, done) => {
        show(one)
        setReplacing({ done, total: rows.length })
      })
    }
    return change(send, () => setReplacing(null))
  }

  return {
    draft: (row: number, column: string): string | undefined => drafts[draftKey(row, column)],
    setDraft,
    unsaved: () => Object.keys(drafts).length,
    isBusy: (row: number): boolean => busy[row] === true,
    failure,
    replacing,
    isRepairing: (kind: RepairKind): boolean => repairing[kind] === true,
    save,
    leaveOut: (row: number) =>
      changeRow(row, () => correctRows(api, scope(), id(), [{ row, status: "skipped" }])),
    /** Sends a row's cells as they are: one that was left out is taken in again. */
    takeIn: (row: number, cells: Cells) =>
      changeRow(row, () => correctRows(api, scope(), id(), [{ row, cells }])),
    replaceInAll,
    repair: (row: number, kind: RepairKind) =>
      changeRow(row, () => repairRows(api, scope(), id(), { kind, rows: [row] })),
    repairAll,
  }
}

export type Corrections = ReturnType<typeof createCorrections>

const draftKey = (row: number, column: string) => `${row}\n${column}`
