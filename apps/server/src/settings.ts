import { resolve } from "node:path"
import { defaultCallsPerSecond } from "@muster/http/CallRates"
import { Redacted } from "effect"
import { identityProvider } from "./identityProvider.ts"
import { wholeNumber, type Setting } from "./Setting.ts"

const loopback = new Set(["127.0.0.1", "localhost", "::1", "[::1]"])

/** By HTTPS, or on this machine. */
const isReachedSafely = ({ protocol, hostname }: URL) =>
  protocol === "https:" || (protocol === "http:" && loopback.has(hostname))

/** An origin that a session may be kept for. */
const isOrigin = (url: URL) => isReachedSafely(url) && `${url.pathname}${url.search}${url.hash}` === "/"

const setting = <A>(
  name: string,
  byDefault: string,
  meaning: string,
  parse: Setting<A>["parse"],
): Setting<A> => ({ name, default: byDefault, meaning, parse })

/** Every setting Muster has, in the order `--help` lists them. */
export const settings = {
  host: setting(
    "HOST",
    "127.0.0.1",
    "Address to listen on. Beyond this machine, MUSTER_URL must be set.",
    (text) => (text === "" ? { wrong: "must be an address or a name" } : { value: text }),
  ),
  port: setting("PORT", "3000", "Port to listen on; 0 takes a free one.", wholeNumber(0, 65535)),
  databaseUrl: setting(
    "DATABASE_URL",
    "",
    "PostgreSQL to use, postgres://user:password@host:port/name. Empty: Muster runs one of its own.",
    (text) =>
      text === "" || /^postgres(ql)?:\/\/./.test(text)
        ? { value: text === "" ? null : Redacted.make(text) }
        : { wrong: "must start with postgres:// or postgresql://" },
  ),
  url: setting(
    "MUSTER_URL",
    "",
    "Address that browsers reach Muster at, https:// beyond this machine. Empty: HOST and PORT.",
    (text) =>
      text === ""
        ? { value: null }
        : URL.canParse(text) && isOrigin(new URL(text))
          ? { value: new URL(text) }
          : { wrong: "must be https:// and a host name, without a path" },
  ),
  bootstrapKey: setting(
    "MUSTER_BOOTSTRAP_KEY",
    "",
    "API key with a super administrator's rights, for unattended installation; 32 characters or more.",
    (text) =>
      text === "" || /^[\x21-\x7e]{32,}$/.test(text)
        ? { value: text === "" ? null : Redacted.make(text) }
        : { wrong: "must be at least 32 printable ASCII characters without blanks" },
  ),
  smtpUrl: setting(
    "SMTP_URL",
    "",
    "Mail server, smtp://user:password@host:587. Empty: mail is kept for administrators to see, and not sent.",
    (text) =>
      text === "" || /^smtps?:\/\/./.test(text)
        ? { value: text === "" ? null : Redacted.make(text) }
        : { wrong: "must start with smtp:// or smtps://" },
  ),
  mailFrom: setting("MUSTER_MAIL_FROM", "muster@localhost", "Address that mail comes from.", (text) =>
    /^[^@\s]+@[^@\s]+$/.test(text) ? { value: text } : { wrong: "must be an e-mail address" },
  ),
  oidcIssuer: setting(
    "MUSTER_OIDC_ISSUER",
    "",
    "OpenID Connect provider to sign in with, its issuer's address. Empty: passwords alone.",
    (text) =>
      text === "" || (URL.canParse(text) && isReachedSafely(new URL(text)))
        ? { value: text === "" ? null : text }
        : { wrong: "must be an https:// address" },
  ),
  oidcClientId: setting("MUSTER_OIDC_CLIENT_ID", "", "What the provider knows Muster by.", (text) => ({
    value: text === "" ? null : text,
  })),
  oidcClientSecret: setting(
    "MUSTER_OIDC_CLIENT_SECRET",
    "",
    "What it knows that it is Muster by.",
    (text) => ({
      value: text === "" ? null : Redacted.make(text),
    }),
  ),
  oidcName: setting("MUSTER_OIDC_NAME", "OpenID Connect", "What users know the provider by.", (text) =>
    text === "" || text.length > 60 ? { wrong: "must have 1 to 60 characters" } : { value: text },
  ),
  dataDir: setting("MUSTER_DATA_DIR", ".data", "Folder for the data of Muster's own PostgreSQL.", (text) =>
    text === "" ? { wrong: "must name a folder" } : { value: resolve(text) },
  ),
  maxRows: setting("MUSTER_MAX_ROWS", "249", "Data rows a file may have.", wholeNumber(1, 1_000_000)),
  workers: setting(
    "MUSTER_WORKERS",
    "4",
    "Imports that this process works on at a time; others wait their turn.",
    wholeNumber(1, 64),
  ),
  callsPerSecond: setting(
    "MUSTER_CALLS_PER_SECOND",
    String(defaultCallsPerSecond),
    "API calls that one user, key or, before sign-in, network address may make.",
    wholeNumber(1, 1_000_000),
  ),
  undoDays: setting(
    "MUSTER_UNDO_DAYS",
    "30",
    "Days after its end for which an import can be undone; 0 for none.",
    wholeNumber(0, 3650),
  ),
  anonymiseAfterDays: setting(
    "MUSTER_ANONYMISE_AFTER_DAYS",
    "0",
    "Days after which deleted users are anonymised for good; 0 for never.",
    wholeNumber(0, 36500),
  ),
  metricsPort: setting<number | null>(
    "MUSTER_METRICS_PORT",
    "",
    "Port at which Prometheus reads /metrics; 0 takes a free one. Empty: it cannot.",
    (text) => (text === "" ? { value: null } : wholeNumber(0, 65535)(text)),
  ),
  otlpEndpoint: setting(
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "",
    "OpenTelemetry collector (OTLP over HTTP), http://host:4318. Empty: none.",
    (text) =>
      text === "" || /^https?:\/\/./.test(text)
        ? { value: text === "" ? null : text }
        : { wrong: "must start with http:// or https://" },
  ),
  maxBytes: setting("MUSTER_MAX_BYTES", "20971520", "Bytes a file may have.", wholeNumber(1, 2 ** 32)),
}

type Values = {
  readonly [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer A> ? A : never
}

/** The settings of this process, and the provider of identities that they name. */
export interface Settings extends Values {
  readonly provider: Exclude<ReturnType<typeof identityProvider>, string>
}

/** Reads every setting, or says everything that is wrong, a line each. A value is never shown: it may be secret. */
export const readSettings = (
  environment: Readonly<Record<string, string | undefined>>,
): { readonly settings: Settings } | { readonly wrong: ReadonlyArray<string> } => {
  const wrong: Array<string> = []
  const values: Record<string, unknown> = {}
  for (const [key, one] of Object.entries<Setting<unknown>>(settings)) {
    const parsed = one.parse(environment[one.name]?.trim() ?? one.default)
    if ("wrong" in parsed) wrong.push(`${one.name} ${parsed.wrong}.`)
    else values[key] = parsed.value
  }
  const known = Object.values(settings).map(({ name }) => name)
  for (const name of Object.keys(environment))
    if (name.startsWith("MUSTER_") && !known.includes(name))
      wrong.push(
        `${name} is not a setting of Muster. Those that begin so: ${known.filter((one) => one.startsWith("MUSTER_")).join(", ")}.`,
      )
  const { host, url } = values as Partial<Settings>
  if (host !== undefined && !loopback.has(host) && url === null)
    wrong.push(
      "MUSTER_URL must say at which https:// address browsers reach Muster, since HOST is not this machine alone.",
    )
  if (wrong.length > 0) return { wrong }
  const read = values as Values
  const provider = identityProvider(read)
  return typeof provider === "string" ? { wrong: [provider] } : { settings: { ...read, provider } }
}
