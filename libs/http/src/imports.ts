import { tellImport } from "@muster/domain/messages/ToldImport"
import { ImportMode, InvalidRows, mostRows, type ImportKind } from "@muster/domain/model/Import"
import { Databases } from "@muster/domain/ports/Databases"
import { Imports } from "@muster/domain/ports/Imports"
import { FileReading } from "@muster/domain/rows/ColumnMatch"
import { cancelImport, changeOptions, startImport } from "@muster/domain/use-cases/moveImport"
import { undoImport } from "@muster/domain/use-cases/undoImport"
import { Effect, Schema, Stream } from "effect"
import { eventStream, json } from "./Answer.ts"
import { attended, patience } from "./attended.ts"
import { jsonBody } from "./BodyKind.ts"
import { columnMeanings } from "./columnMeanings.ts"
import { dialectQuery } from "./dialectQuery.ts"
import { ImportAnswer, ImportPage } from "./ImportAnswer.ts"
import { importEvents } from "./importEvents.ts"
import { importFileRoutes } from "./importFiles.ts"
import { addressOf, kindQueryOf, kindsOf, scopeOf, type ImportMount } from "./ImportMount.ts"
import { importRowRoutes } from "./importRows.ts"
import { exampleText } from "./exampleText.ts"
import { fileCodes } from "./issueCodes.ts"
import { pageQuery } from "./paging.ts"
import { lookAtUpload, receiveUpload } from "./receiveUpload.ts"
import { route, type Route } from "./route.ts"
import { uploadBody } from "./upload.ts"

/** What a form or query may choose: step 2 never leaves invalid rows out. */
const choicesOf = (kind: ImportKind) => ({
  invalidRows: kind === "platform-users" ? InvalidRows.literals : (["refuse"] as const),
  mode: ImportMode.literals,
})

const mode = ImportMode.annotate({
  description:
    "Whether rows are about people (step 2: access) not there yet, there already, or either. In a row about somebody who is there a blank cell leaves its field, and `__CLEAR__` empties it",
})

/** The calls of one kind of import. The example file comes first: its path could be an import's. */
export const importRoutes = (mount: ImportMount): ReadonlyArray<Route> => [
  ...importFileRoutes(mount),
  ...importRowRoutes(mount),
  ...movingRoutes(mount),
  createRoute(mount),
  lookRoute(mount),
  undoRoute(mount),
  ...readingRoutes(mount),
]

const createRoute = (mount: ImportMount): Route => {
  const { slots, base, kind, tag, named, limits, needs } = mount
  return route({
    method: "post",
    path: base,
    name: `create${named}`,
    tag,
    needs: needs.validate,
    summary: "Upload a file and validate it",
    description:
      "The import is answered validated, or `validating` when that takes longer than two seconds. " +
      "A file that cannot be read as a table is refused and nothing of it is kept. " +
      "A `Content-Digest` (RFC 9530, sha-256 or sha-512) is held against what came.",
    query: {
      fileName: Schema.optionalKey(
        Schema.String.check(Schema.isMaxLength(1000)).annotate({
          description: "The name of a file that is the body itself",
        }),
      ),
      invalidRows: Schema.optionalKey(
        Schema.Literals(choicesOf(kind).invalidRows).annotate({
          description: "What a row with an error does: refuse the file, or be left out (step 1 only)",
        }),
      ),
      mode: Schema.optionalKey(mode),
      columns: Schema.optionalKey(columnMeanings(kindsOf(mount))),
      ...dialectQuery,
      ...kindQueryOf(mount),
    },
    body: uploadBody(limits.maxBytes, choicesOf(kind), exampleText(kind)),
    answer: json(ImportAnswer, {
      status: 201,
      description: "The import",
      location: addressOf,
    }),
    problems: [
      "database.not_found",
      "import.not_found",
      "import.not_correctable",
      "request.too_many",
      "server.busy",
      ...fileCodes,
    ],
    run: ({ params, query, body, id, caller, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params, query.kind)
        const maxRows = mostRows(scope.kind, limits.maxRows)
        yield* slots.use(
          caller.actor.id,
          receiveUpload(
            {
              scope,
              upload: body,
              fileName: query.fileName ?? "",
              options: { invalidRows: query.invalidRows ?? "refuse", mode: query.mode ?? "create" },
              meanings: query.columns,
              dialect: query,
              limits: { ...limits, maxRows },
            },
            { id, createdBy: caller.actor.id },
          ),
        )
        return yield* attended(scope, id, patience.validate, language)
      }),
  })
}

const lookRoute = (mount: ImportMount): Route => {
  const { slots, base, kind, tag, named, limits, needs } = mount
  return route({
    method: "post",
    path: `${base}/reading`,
    name: `read${named}File`,
    tag,
    needs: needs.validate,
    summary: "Tell how a file would be read, and what its columns would be taken for",
    description:
      "By its header and its first rows; the beginning of the file is enough, and nothing of it is kept. " +
      "`isSure` tells whether it can be uploaded as it is; else somebody should confirm the columns, which are " +
      "then given as `columns` with the upload. `dialect` tells how text is read and why; what is chosen otherwise " +
      "is given here and with the upload.",
    query: { mode: Schema.optionalKey(mode), ...dialectQuery, ...kindQueryOf(mount) },
    body: uploadBody(limits.maxBytes, choicesOf(kind), exampleText(kind)),
    answer: json(FileReading.annotate({ identifier: "FileReading" }), {
      description: "What the file's columns are taken for, and how it is read",
    }),
    problems: ["database.not_found", "request.too_many", "server.busy", ...fileCodes],
    run: ({ params, query, body, caller }) =>
      slots.use(
        caller.actor.id,
        lookAtUpload({
          scope: scopeOf(params, query.kind),
          upload: body,
          fileName: "",
          options: { invalidRows: "refuse", mode: query.mode ?? "create" },
          meanings: undefined,
          dialect: query,
          limits,
        }),
      ),
  })
}

const undoRoute = ({ base, tag, named, limits, needs }: ImportMount): Route =>
  route({
    method: "post",
    path: `${base}/:importId/undo`,
    name: `undo${named}`,
    tag,
    needs: needs.undo,
    summary: "Take back what an import did",
    description:
      "Answers an import of its own, whose rows are those that created or changed somebody, validated: it removes " +
      "what was created and sets back what was changed, as far as nobody has touched it since, once it is run. " +
      "Where the import is being undone already, that one is answered.",
    answer: json(ImportAnswer, { status: 201, description: "The undoing import", location: addressOf }),
    problems: [
      "import.not_found",
      "undo.unfinished",
      "undo.nothing_done",
      "undo.too_late",
      "undo.of_undo",
      "undo.of_structure",
    ],
    run: ({ params, id, caller, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params)
        const days = limits.undoDays
        const undo = yield* undoImport(scope, params.importId, { id, createdBy: caller.actor.id, days })
        return yield* attended(scope, undo.id, patience.validate, language)
      }),
  })

const readingRoutes = ({ base, tag, named, closing, needs }: ImportMount): ReadonlyArray<Route> => [
  route({
    method: "get",
    path: base,
    name: `list${named}s`,
    tag,
    needs: needs.read,
    summary: "List imports, newest first",
    query: pageQuery,
    answer: json(ImportPage, { description: "A page of imports" }),
    problems: ["database.not_found"],
    run: ({ params, query: { limit, cursor = null }, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params)
        const databases = yield* Databases
        if (scope.databaseId !== null) yield* databases.find(scope.databaseId)
        const imports = yield* Imports
        const { items, nextCursor } = yield* imports.list(scope, { limit, cursor })
        return { items: items.map((one) => tellImport(one, language)), nextCursor }
      }),
  }),
  route({
    method: "get",
    path: `${base}/:importId`,
    name: `read${named}`,
    tag,
    needs: needs.read,
    summary: "Read an import",
    answer: json(ImportAnswer, { description: "The import" }),
    problems: ["import.not_found"],
    run: ({ params, language }) =>
      Effect.gen(function* () {
        const imports = yield* Imports
        return tellImport(yield* imports.find(scopeOf(params), params.importId), language)
      }),
  }),
  route({
    method: "get",
    path: `${base}/:importId/events`,
    name: `follow${named}`,
    tag,
    needs: needs.read,
    summary: "Follow an import's progress",
    description:
      "Server-sent events: `progress` with the import whenever it has changed, `final` when it rests, then the end.",
    answer: eventStream("The import, again and again"),
    problems: ["import.not_found"],
    run: ({ params, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params)
        const imports = yield* Imports
        yield* imports.find(scope, params.importId)
        const events = importEvents(scope, params.importId, language)
        return closing ? Stream.interruptWhen(events, aborted(closing)) : events
      }),
  }),
]

const movingRoutes = ({ base, tag, named, needs }: ImportMount): ReadonlyArray<Route> => [
  route({
    method: "patch",
    path: `${base}/:importId`,
    name: `change${named}`,
    tag,
    needs: needs.validate,
    summary: "Choose anew what happens to invalid rows, and whom the rows are about",
    description: "Only step 1 leaves invalid rows out. The import is validated again.",
    body: jsonBody(
      Schema.Struct({
        invalidRows: Schema.optionalKey(InvalidRows),
        mode: Schema.optionalKey(mode),
      })
        .check(Schema.isMinProperties(1))
        .annotate({ identifier: "ImportChange" }),
    ),
    answer: json(ImportAnswer, { description: "The import" }),
    problems: ["import.not_found", "import.not_correctable"],
    run: ({ params, body, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params)
        yield* changeOptions(scope, params.importId, body)
        return yield* attended(scope, params.importId, patience.validate, language)
      }),
  }),
  route({
    method: "post",
    path: `${base}/:importId/run`,
    name: `run${named}`,
    tag,
    needs: needs.run,
    summary: "Run an import that is ready",
    description: "A second call changes nothing and answers the import as it is.",
    answer: json(ImportAnswer, { status: 202, description: "The import, running or at its end" }),
    problems: ["import.not_found", "import.not_ready"],
    run: ({ params, caller, language }) =>
      Effect.gen(function* () {
        const scope = scopeOf(params)
        yield* startImport(scope, params.importId, caller.actor.id)
        return yield* attended(scope, params.importId, patience.run, language)
      }),
  }),
  route({
    method: "post",
    path: `${base}/:importId/cancel`,
    name: `cancel${named}`,
    tag,
    needs: needs.validate,
    summary: "Cancel an import",
    answer: json(ImportAnswer, { description: "The import" }),
    problems: ["import.not_found", "import.too_late"],
    run: ({ params, language }) =>
      Effect.map(cancelImport(scopeOf(params), params.importId), (one) => tellImport(one, language)),
  }),
]

const aborted = (signal: AbortSignal): Effect.Effect<void> =>
  Effect.callback((resume) => {
    const done = () => resume(Effect.void)
    if (signal.aborted) return done()
    signal.addEventListener("abort", done, { once: true })
    return Effect.sync(() => signal.removeEventListener("abort", done))
  })
