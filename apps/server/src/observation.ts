import { FetchHttpClient } from "effect/http"
import { Otlp } from "effect/observability"
import { Layer, Logger } from "effect"
import packageJson from "../package.json" with { type: "json" }
import type { Settings } from "./settings.ts"

/**
 * Where the process tells what it does: a JSON object a line on its output and, where `OTEL_EXPORTER_OTLP_ENDPOINT`
 * names a collector, traces, metrics and log lines there too (OTLP over HTTP, in JSON).
 */
export const observation = ({ otlpEndpoint }: Pick<Settings, "otlpEndpoint">) => {
  const output = Logger.layer([Logger.consoleJson])
  if (otlpEndpoint === null) return output
  return Otlp.layerJson({
    baseUrl: otlpEndpoint,
    resource: { serviceName: "muster", serviceVersion: packageJson.version },
  }).pipe(Layer.provide(FetchHttpClient.layer), Layer.provideMerge(output))
}
