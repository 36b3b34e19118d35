import { readFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { afterAll, beforeAll, expect, it } from "vitest"
import { client, peopleFile } from "./client.ts"
import { freshStore, startMuster, type Muster } from "./startMuster.ts"

interface Span {
  readonly name: string
  readonly traceId: string
  readonly attributes: ReadonlyArray<{
    readonly key: string
    readonly value: { readonly stringValue?: string }
  }>
}

/** What arrived at the collector: the bodies, by the path they were sent to. */
const received: Array<{ readonly path: string; readonly body: string }> = []
let collector: Server
let muster: Muster
let lines: ReadonlyArray<string>
let importId: string
let metrics: string
beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const body = await text(request)
    received.push({ path: request.url ?? "", body })
    response.setHeader("content-type", "application/json").end("{}")
  })
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve))
  const { port } = collector.address() as AddressInfo
  muster = await startMuster({
    DATABASE_URL: await freshStore(),
    MUSTER_METRICS_PORT: "0",
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  })
  const api = client(muster.address)
  const { id } = await api.upload("platform", peopleFile(249, 0))
  importId = id
  await api.run("platform", id)
  await api.rest("platform", id)
  const address = muster.lines.flatMap((line) => /"metrics":"(http[^"]+)"/.exec(line)?.[1] ?? [])[0] ?? ""
  metrics = await (await fetch(address)).text()
  lines = (await muster.stop()).lines
}, 60_000)
afterAll(() => new Promise((resolve) => collector.close(resolve)))

it("Prometheus reads how many rows came in and were run, and how long requests took", () => {
  expect(metrics).toMatch(/^muster_import_rows_total\{.*stage="receiving".*\} 249$/m)
  expect(metrics).toMatch(/^muster_import_rows_total\{.*stage="running".*\} 249$/m)
  expect(metrics).toMatch(/^muster_imports_total\{.*state="completed".*\} 1$/m)
  expect(metrics).toMatch(
    /^muster_http_request_seconds_count\{.*route="\/api\/v1\/platform\/imports".*\} \d+$/m,
  )
})

it("every series that the dashboard shows is there to be read", () => {
  const dashboard = readFileSync(new URL("../../../tools/deploy/grafana.json", import.meta.url), "utf8")
  const series = new Set(dashboard.match(/muster_\w+/g))
  expect(series.size).toBeGreaterThan(5)
  for (const one of series) expect(metrics).toContain(`\n${one}`)
})

it("the life of an import can be followed by its id through the log, a JSON object a line", () => {
  const told = lines
    .filter((line) => !line.startsWith("Make the first administrator"))
    .map((line) => JSON.parse(line) as { message: string; annotations: Record<string, unknown> })
    .filter(({ annotations }) => annotations["importId"] === importId)
    .map(({ message, annotations }) => [message, annotations["state"]])
  expect(told).toEqual([
    ["Import received", undefined],
    ["Import rests", "ready"],
    ["Import rests", "completed"],
  ])
})

it("a collector gets the request and the work on the import as spans of traces, and nobody's e-mail", () => {
  const spans = received
    .filter(({ path }) => path === "/v1/traces")
    .flatMap(({ body }) => JSON.parse(body).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap((scope): ReadonlyArray<Span> => scope.spans)
  const traces = spans
    .filter(({ attributes }) =>
      attributes.some(({ key, value }) => key === "importId" && value.stringValue === importId),
    )
    .map(({ traceId }) => traceId)
  expect(spans.filter(({ traceId }) => traces.includes(traceId)).map(({ name }) => name)).toEqual(
    expect.arrayContaining(["POST /api/v1/platform/imports", "receiveImport", "import", "writePeople"]),
  )
  expect(new Set(received.map(({ path }) => path))).toEqual(
    new Set(["/v1/traces", "/v1/metrics", "/v1/logs"]),
  )
  expect(received.map(({ body }) => body).join("")).not.toContain("@")
})
