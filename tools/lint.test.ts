import { fileURLToPath } from "node:url"
import { ESLint } from "eslint"
import { describe, expect, it } from "vitest"

const root = fileURLToPath(new URL("..", import.meta.url))
const eslint = new ESLint({ cwd: root, overrideConfigFile: "tools/eslint.config.mjs" })

/** The rules that refuse the code where it would stand. */
const refusals = async (filePath: string, code: string) => {
  const [result] = await eslint.lintText(code, { filePath: `${root}${filePath}` })
  return result?.messages.map(({ ruleId }) => ruleId) ?? []
}

const boundary = "@nx/enforce-module-boundaries"
const layering = "no-restricted-imports"
const syntax = "no-restricted-syntax"

describe("the lint refuses", () => {
  it.each([
    [
      "the domain importing an adapter",
      "libs/domain/src/use-cases/planted.ts",
      'import "@muster/postgres/Postgres"',
      boundary,
    ],
    [
      "the domain importing the sheet",
      "libs/domain/src/rows/planted.ts",
      'import "@muster/sheet/readSheet"',
      boundary,
    ],
    [
      "the domain importing a package other than effect",
      "libs/domain/src/model/planted.ts",
      'import "hono"',
      boundary,
    ],
    ["the domain importing Node", "libs/domain/src/model/planted.ts", 'import "node:fs"', layering],
    ["the sheet importing Node", "libs/sheet/src/planted.ts", 'import "node:fs"', layering],
    [
      "the sheet's reader of text importing the one of workbooks",
      "libs/sheet/src/planted.ts",
      'import "./xlsx/readXlsx.ts"',
      layering,
    ],
    [
      "the sheet importing the domain",
      "libs/sheet/src/planted.ts",
      'import "@muster/domain/model/Issue"',
      boundary,
    ],
    [
      "one adapter importing another",
      "libs/http/src/planted.ts",
      'import "@muster/postgres/Postgres"',
      boundary,
    ],
    [
      "the store importing the sheet",
      "libs/postgres/src/planted.ts",
      'import "@muster/sheet/readSheet"',
      boundary,
    ],
    [
      "the UI importing the store",
      "apps/admin/src/planted.ts",
      'import "@muster/postgres/Postgres"',
      boundary,
    ],
    [
      "the UI importing the API's own code",
      "apps/admin/src/planted.ts",
      'import "@muster/http/app"',
      boundary,
    ],
    [
      "the client importing the API's own code",
      "libs/client/src/planted.ts",
      'import "@muster/http/app"',
      boundary,
    ],
    [
      "the client importing a port",
      "libs/client/src/planted.ts",
      'import "@muster/domain/ports/Audit"',
      layering,
    ],
    [
      "the API importing its own client",
      "libs/http/src/planted.ts",
      'import "@muster/client/request"',
      boundary,
    ],
    [
      "production code importing the conformance suite",
      "libs/postgres/src/planted.ts",
      'import "@muster/conformance/imports"',
      boundary,
    ],
    [
      "a package that the project does not declare",
      "libs/http/src/planted.ts",
      'import "solid-js"',
      boundary,
    ],
    [
      "the UI importing a use case",
      "apps/admin/src/planted.ts",
      'import "@muster/domain/use-cases/runImport"',
      layering,
    ],
    [
      "the model importing a rule",
      "libs/domain/src/model/planted.ts",
      'import "../rules/checkRow.ts"',
      layering,
    ],
    ["rows importing a rule", "libs/domain/src/rows/planted.ts", 'import "../rules/checkRow.ts"', layering],
    [
      "a rule importing a port",
      "libs/domain/src/rules/cell/planted.ts",
      'import "../../ports/Imports.ts"',
      layering,
    ],
    [
      "a message importing a port",
      "libs/domain/src/messages/planted.ts",
      'import "../ports/Imports.ts"',
      layering,
    ],
    [
      "a port importing a rule",
      "libs/domain/src/ports/planted.ts",
      'import "../rules/checkRow.ts"',
      layering,
    ],
    [
      "a use case importing memory",
      "libs/domain/src/use-cases/planted.ts",
      'import "../memory/memoryLayer.ts"',
      layering,
    ],
    [
      "a transaction of many statements",
      "libs/postgres/src/planted.ts",
      "export const planted = (sql) => sql.begin(() => [])",
      syntax,
    ],
    [
      "a reserved connection",
      "libs/postgres/src/planted.ts",
      "export const planted = (sql) => sql.reserve()",
      syntax,
    ],
    [
      "a Drizzle transaction",
      "libs/postgres/src/planted.ts",
      "export const planted = (db) => db.transaction(() => {})",
      syntax,
    ],
    ["a barrel", "libs/http/src/planted.ts", 'export * from "./app.ts"', syntax],
  ])("%s", async (_, filePath, code, rule) => {
    expect(await refusals(filePath, `${code}\n`)).toContain(rule)
  })
})

describe("the lint accepts", () => {
  it.each([
    [
      "an adapter importing the domain",
      "libs/postgres/src/allowed.ts",
      'import "@muster/domain/ports/Imports"',
    ],
    ["the server importing adapters", "apps/server/src/allowed.ts", 'import "@muster/postgres/Postgres"'],
    [
      "a test importing the conformance suite",
      "libs/postgres/test/allowed.ts",
      'import "@muster/conformance/imports"',
    ],
    ["the UI importing a rule", "apps/admin/src/allowed.ts", 'import "@muster/domain/rules/checkRow"'],
    ["the reader of workbooks importing Node", "libs/sheet/src/xlsx/allowed.ts", 'import "node:zlib"'],
    ["the domain importing effect", "libs/domain/src/model/allowed.ts", 'import "effect"'],
  ])("%s", async (_, filePath, code) => {
    expect(await refusals(filePath, `${code}\n`)).toEqual([])
  })
})
