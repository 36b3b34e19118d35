import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { findPackageJSON } from "node:module"
import { dirname, extname, join } from "node:path"
import { Worker } from "node:worker_threads"
import { sheetIssue } from "../SheetIssue.ts"
import { SheetRefused } from "../SheetRefused.ts"
import { tooComplex, type Finding } from "./XlsxFault.ts"
import type { XlsxMessage, XlsxTask } from "./XlsxMessage.ts"

/** Beside this file, and of its kind: TypeScript, or what the server was built to. */
const worker = new URL(`./xlsxWorker${extname(import.meta.url)}`, import.meta.url)

/** Where Node keeps the worker compiled, so that it starts in a fifth of the time; without it, it starts all the same. */
const compiled = join(dirname(findPackageJSON(import.meta.url) ?? ""), "node_modules/.cache/xlsx-worker")

/** A worker that reads one file. It is given answers one at a time, each for what it told last. */
export class XlsxThread {
  private told = Deferred.makeUnsafe<XlsxMessage, SheetRefused>()
  private timeLeft: number
  private readonly task: XlsxTask
  private readonly thread: Worker

  /** Starts the worker, and ends it with the scope. */
  static start(task: XlsxTask): Effect.Effect<XlsxThread, never, Scope.Scope> {
    return Effect.acquireRelease(
      Effect.sync(() => new XlsxThread(task)),
      ({ thread }) => Effect.promise(() => thread.terminate()),
    )
  }

  private constructor(task: XlsxTask) {
    const { limits, file } = task
    this.task = task
    this.timeLeft = limits.maxTime
    this.thread = new Worker(worker, {
      workerData: task,
      transferList: [file],
      env: { NODE_COMPILE_CACHE: compiled },
      resourceLimits: {
        maxOldGenerationSizeMb: limits.maxHeap,
        maxYoungGenerationSizeMb: 16,
        stackSizeMb: 2,
      },
    })
    const { thread } = this
    thread.on("message", (message: XlsxMessage) => this.settle(Effect.succeed(message)))
    thread.on("error", (error: Error & { readonly code?: string }) =>
      this.settle(outOfMemory(error) ? this.exceeded("memory", limits.maxHeap) : Effect.die(error)),
    )
    thread.on("exit", () => this.settle(Effect.die(new Error("The worker ended before the file did."))))
  }

  /** What the worker tells next. Waiting for it is what time counts. */
  readonly next: Effect.Effect<Exclude<XlsxMessage, { readonly tell: "fault" }>, SheetRefused> =
    Effect.suspend(() => {
      const started = performance.now()
      return Effect.timeoutOrElse(Deferred.await(this.told), {
        duration: this.timeLeft,
        orElse: () => this.exceeded("time", this.task.limits.maxTime),
      }).pipe(
        Effect.tap(() => Effect.sync(() => (this.timeLeft -= performance.now() - started))),
        Effect.flatMap((message) =>
          message.tell === "fault" ? refused(message.finding) : Effect.succeed(message),
        ),
      )
    })

  /** Answers what was told last; only then it tells on. */
  answer(answer: unknown): void {
    this.told = Deferred.makeUnsafe()
    this.thread.postMessage(answer)
  }

  private settle(outcome: Effect.Effect<XlsxMessage, SheetRefused>): void {
    Deferred.doneUnsafe(this.told, outcome)
  }

  private exceeded(what: "time" | "memory", limit: number): Effect.Effect<never, SheetRefused> {
    return refused(tooComplex(what, limit).finding)
  }
}

const refused = (finding: Finding): Effect.Effect<never, SheetRefused> =>
  Effect.fail(new SheetRefused({ issues: [sheetIssue(finding)] }))

const outOfMemory = (error: Error & { readonly code?: string }): boolean =>
  error.code === "ERR_WORKER_OUT_OF_MEMORY" ||
  error.code === "ERR_MEMORY_ALLOCATION_FAILED" ||
  (error.name === "RangeError" && /allocation|string length|maximum size/i.test(error.message))
