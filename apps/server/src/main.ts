import { parseArgs } from "node:util"
import { fileURLToPath } from "node:url"
import { setFlagsFromString } from "node:v8"
import { anonymiseDue } from "@muster/domain/use-cases/anonymiseUser"
import { sendMail } from "@muster/domain/use-cases/sendMail"
import { createSamplePlatform } from "@muster/domain/use-cases/createSamplePlatform"
import { installation } from "@muster/domain/rights/Actor"
import { CurrentActor } from "@muster/domain/rights/CurrentActor"
import { makeApp } from "@muster/http/app"
import { loopbackHosts } from "@muster/http/guard"
import { newSecret, secretHashOf } from "@muster/http/apiKeyToken"
import { MailCatcher } from "@muster/mail/MailCatcher"
import { smtpMailer } from "@muster/mail/smtpMailer"
import { Cause, Effect, Exit, Fiber, Logger, ManagedRuntime, Redacted } from "effect"
import packageJson from "../package.json" with { type: "json" }
import { adminPages } from "./adminPages.ts"
import { checkAudit } from "./checkAudit.ts"
import { hourly } from "./hourly.ts"
import { helpText } from "./helpText.ts"
import { layers } from "./layers.ts"
import { listen } from "./listen.ts"
import { offerSetUp } from "./offerSetUp.ts"
import { serveMetrics } from "./serveMetrics.ts"
import { readSettings, type Settings } from "./settings.ts"
import { tellOfRequest } from "./tellOfRequest.ts"

// V8 would come to make the rows of a long file where only long-lived values belong, and keep them for long.
setFlagsFromString("--no-allocation-site-pretenuring")

const adminFolder = fileURLToPath(new URL("../../admin/dist", import.meta.url))

/** Starts Muster and keeps it running until it is interrupted. */
const program = Effect.fn("program")(function* (settings: Settings, sample: boolean) {
  const catcher = settings.smtpUrl === null ? new MailCatcher() : null
  const mailer =
    catcher?.layer ?? smtpMailer({ url: settings.smtpUrl ?? Redacted.make(""), from: settings.mailFrom })
  const runtime = yield* Effect.acquireRelease(
    Effect.sync(() => ManagedRuntime.make(layers(settings))),
    (runtime) => runtime.disposeEffect,
  )
  const context = yield* runtime.contextEffect
  if (sample)
    yield* Effect.provide(createSamplePlatform(), context).pipe(
      Effect.provideService(CurrentActor, installation.id),
    )
  const closing = new AbortController()
  const app = makeApp({
    runtime,
    limits: { maxRows: settings.maxRows, maxBytes: settings.maxBytes, undoDays: settings.undoDays },
    callsPerSecond: settings.callsPerSecond,
    version: packageJson.version,
    allowedHosts: [...loopbackHosts, ...(settings.url === null ? [] : [settings.url.hostname])],
    installationKeyHash:
      settings.bootstrapKey === null ? null : secretHashOf(Redacted.value(settings.bootstrapKey)),
    onRequest: (line) => runtime.runFork(tellOfRequest(line)),
    closing: closing.signal,
    caughtMails: catcher && (() => catcher.mails),
  })
  app.route("/", adminPages(adminFolder))
  const address = yield* listen(app, settings)
  yield* Effect.addFinalizer(() => Effect.sync(() => closing.abort()))
  yield* Effect.logInfo(`Muster is at ${address}`).pipe(Effect.annotateLogs({ address }))
  if (settings.metricsPort !== null) {
    const metrics = yield* serveMetrics(settings.host, settings.metricsPort)
    yield* Effect.logInfo(`Prometheus reads ${metrics}`).pipe(Effect.annotateLogs({ metrics }))
  }
  const origin = settings.url?.origin ?? address
  yield* Effect.provide(offerSetUp(origin), context)
  yield* Effect.forkScoped(
    sendMail({ origin, newToken, lookEvery: "1 second" }).pipe(
      Effect.provide(mailer),
      Effect.provide(context),
    ),
  )
  if (settings.anonymiseAfterDays > 0)
    yield* hourly("Anonymising", anonymiseDue(settings.anonymiseAfterDays).pipe(Effect.provide(context)))
  return yield* Effect.never
})

/** The token of a link, and what is kept of it. */
const newToken = () => {
  const token = newSecret()
  return { token, tokenHash: secretHashOf(token) }
}

const end = (code: number, lines: ReadonlyArray<string>): never => {
  for (const line of lines) console.error(line)
  process.exit(code)
}

const readArguments = () => {
  try {
    return parseArgs({
      options: {
        sample: { type: "boolean" },
        "verify-audit": { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values
  } catch (error) {
    return end(2, [error instanceof Error ? error.message : String(error), "", helpText])
  }
}

const flags = readArguments()
if (flags.help) {
  console.log(helpText)
  process.exit(0)
}
const read = readSettings(process.env)
if ("wrong" in read) end(2, ["Muster cannot start:", ...read.wrong.map((line) => `  ${line}`), "", helpText])
else {
  const fiber = Effect.runFork(
    Effect.scoped(
      flags["verify-audit"] ? checkAudit(read.settings) : program(read.settings, flags.sample ?? false),
    ).pipe(Effect.provide(Logger.layer([Logger.consoleJson]))),
  )
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => Effect.runFork(Fiber.interrupt(fiber)))
  fiber.addObserver((exit) => {
    if (Exit.isSuccess(exit)) process.exit(exit.value ? 0 : 3)
    if (Cause.hasInterruptsOnly(exit.cause)) process.exit(0)
    const error = Cause.squash(exit.cause)
    end(1, [`Muster cannot start: ${error instanceof Error ? error.message : String(error)}`])
  })
}
