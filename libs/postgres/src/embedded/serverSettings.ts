import { totalmem } from "node:os"

/**
 * What goes into the log: the life of the server (LOG, FATAL, PANIC), nothing of any statement. ERROR is left
 * out whole, as its first line repeats cells ("invalid input syntax for type integer: …") and the client is
 * told anyway; `terse` drops the DETAIL lines, which repeat keys.
 */
export const quietSettings = [
  "log_destination=stderr",
  "logging_collector=off",
  "log_line_prefix=",
  "log_min_messages=log",
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
  "log_statement=none",
  "log_duration=off",
  "log_min_duration_statement=-1",
  "log_parameter_max_length=0",
  "log_parameter_max_length_on_error=0",
  "log_checkpoints=off",
  "log_timezone=UTC",
  "lc_messages=C",
]

/** Settings of a server for one Muster on a small machine, reachable over loopback alone. */
export const serverSettings = (options: { readonly port: number; readonly durable: boolean }) => [
  ...quietSettings,
  "listen_addresses=127.0.0.1",
  `port=${options.port}`,
  "unix_socket_directories=",
  "password_encryption=scram-sha-256",
  "max_connections=50",
  `shared_buffers=${sharedBuffers(memoryHere())}MB`,
  "jit=off",
  "timezone=UTC",
  ...durability(options.durable),
]

/**
 * How many megabytes PostgreSQL keeps in its own memory of what it reads: a sixteenth of the `memory` in bytes,
 * 128 at least and 1,024 at most, which holds a million users. It takes them as it reads, not before.
 */
export const sharedBuffers = (memory: number): number =>
  Math.min(1_024, Math.max(128, Math.floor(memory / 16 / 2 ** 20)))

/** Bytes of memory that this machine or, where there is less, its container has. */
const memoryHere = () => Math.min(totalmem(), process.constrainedMemory() || Infinity)

/** `durable: false` loses data at power loss or a crash of the system: for tests only. */
export const durability = (durable: boolean) =>
  ["fsync", "synchronous_commit", "full_page_writes"].map((name) => `${name}=${durable ? "on" : "off"}`)

/** As arguments of `postgres`. */
export const asArguments = (settings: ReadonlyArray<string>) => settings.flatMap((setting) => ["-c", setting])
