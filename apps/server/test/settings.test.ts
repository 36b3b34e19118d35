import { describe, expect, it } from "vitest"
import { readSettings } from "../src/settings.ts"
import { MusterEnded, startMuster } from "./startMuster.ts"

describe("settings", () => {
  it("have a default each", () => {
    expect(readSettings({})).toMatchObject({
      settings: { host: "127.0.0.1", port: 3000, databaseUrl: null, maxRows: 249 },
    })
  })

  it.each([
    [{ PORT: "70000" }, "PORT must be a whole number from 0 to 65535."],
    [{ PORT: "3000x" }, "PORT must be a whole number from 0 to 65535."],
    [{ HOST: "0.0.0.0" }, "MUSTER_URL must say"],
    [{ MUSTER_URL: "http://muster.example" }, "MUSTER_URL must be https://"],
    [{ MUSTER_URL: "https://muster.example/path" }, "MUSTER_URL must be https://"],
    [{ MUSTER_BOOTSTRAP_KEY: "short" }, "MUSTER_BOOTSTRAP_KEY must be at least 32"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must start with postgres://"],
    [{ MUSTER_MAX_ROWS: "0" }, "MUSTER_MAX_ROWS must be a whole number from 1 to 1000000."],
    [{ MUSTER_OIDC_ISSUER: "http://id.example" }, "MUSTER_OIDC_ISSUER must be an https:// address."],
    [{ MUSTER_OIDC_ISSUER: "https://id.example" }, "go together, and MUSTER_URL with them"],
    [{ MUSTER_MAXROWS: "9" }, "MUSTER_MAXROWS is not a setting of Muster."],
  ])("that are wrong are told: %j", (environment, sentence) => {
    const read = readSettings(environment)
    expect("wrong" in read && read.wrong.join("\n")).toContain(sentence)
  })

  it("that are wrong are all told at once, and the process ends with 2", async () => {
    const ended = await startMuster({ PORT: "x", MUSTER_MAX_ROWS: "x" }).catch((error: unknown) => error)
    expect(ended).toBeInstanceOf(MusterEnded)
    expect(ended).toMatchObject({ code: 2 })
    expect(String(ended)).toMatch(/PORT must be[^]*MUSTER_MAX_ROWS must be/)
  })

  it("never show the value of one that is wrong", () => {
    const read = readSettings({ DATABASE_URL: "mysql://ann:secret@host/x" })
    expect(JSON.stringify(read)).not.toContain("secret")
  })
})
