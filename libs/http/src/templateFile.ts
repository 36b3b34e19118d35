import { columnLabel } from "@muster/domain/messages/tellIssue"
import { workbookWords } from "@muster/domain/messages/workbookWords"
import type { ImportKind } from "@muster/domain/model/Import"
import type { Language } from "@muster/domain/model/Language"
import { departmentsAt, groupsAt, listRows } from "@muster/domain/rows/templateLists"
import type { exampleFile } from "@muster/domain/use-cases/exampleFile"
import type { Choices, SheetToWrite } from "@muster/sheet/xlsx/WorkbookToWrite"
import { writeXlsx } from "@muster/sheet/xlsx/writeXlsx"
import { DateTime, Effect, Stream } from "effect"
import type { FileToSave } from "./Answer.ts"
import { widthOf } from "./tableFile.ts"

type Example = Effect.Success<ReturnType<typeof exampleFile>>
type Available = NonNullable<Example["choices"]>

/**
 * An import's example file as a workbook. For a database its cells are chosen from lists of the departments and
 * groups that there are, which stand on a sheet of their own with the time that they are of.
 */
export const templateFile = (
  kind: ImportKind,
  { header, row, choices: available }: Example,
  language: Language,
): Effect.Effect<FileToSave> =>
  Effect.map(DateTime.nowAsDate, (madeAt) => {
    const choices = available === null ? {} : choicesOf(available, language)
    const columns = header.map((text) => ({ header: text, width: widthOf(text), ...choices[text] }))
    const sheets = [
      { name: workbookWords[language].sheets[kind], columns, rows: Stream.make(row) },
      ...(available === null ? [] : [listsSheet(available, madeAt, language)]),
    ]
    const lists = available && { sheet: workbookWords[language].sheets.lists, of: available.database.id }
    return {
      fileName: `${kind}.xlsx`,
      format: "xlsx",
      bytes: writeXlsx({ madeAt, sheets, ...(lists && { lists }) }),
    }
  })

const choicesOf = (
  { departments, groups }: Available,
  language: Language,
): Readonly<Record<string, { readonly choices: Choices }>> => {
  const { sheets, otherDepartment, otherGroup } = workbookWords[language]
  const from = (column: number, count: number, otherwise: string) => ({
    choices: { sheet: sheets.lists, column, count, otherwise },
  })
  return {
    departmentId: from(departmentsAt, departments.length, otherDepartment),
    groupName: from(groupsAt, groups.length, otherGroup),
  }
}

const listsSheet = ({ database, ...choices }: Available, madeAt: Date, language: Language): SheetToWrite => {
  const words = workbookWords[language]
  const made = `${madeAt.toISOString().slice(0, 16).replace("T", " ")} UTC`
  return {
    name: words.sheets.lists,
    title: words.listsTitle(made, database.name),
    columns: [
      { header: columnLabel("departmentId", language) },
      { header: columnLabel("name", language), width: 32 },
      { header: words.path, width: 60 },
      { header: "", width: 4 },
      { header: columnLabel("groupName", language), width: 32 },
      { header: columnLabel("description", language), width: 60 },
    ],
    rows: Stream.fromIterable(listRows(choices)),
  }
}
