import { assert, it } from "vitest"
import { attachment } from "../src/attachment.ts"

it("keeps the name by RFC 8187 and an ASCII likeness of it for old readers", () => {
  assert.equal(
    attachment("Åsa (1)*'.csv"),
    `attachment; filename="Asa (1)*'.csv"; filename*=UTF-8''%C3%85sa%20%281%29%2A%27.csv`,
  )
})

it("names no path", () => {
  assert.equal(attachment("../a\\b.csv"), `attachment; filename=".._a_b.csv"; filename*=UTF-8''.._a_b.csv`)
})

it("is a header value that gives the name back, whatever characters are in it", () => {
  for (let code = 0; code < 0x10000; code++) {
    const name = `a${String.fromCharCode(code)}b`
    const parts = /^attachment; filename="([ -!#-~]*)"; filename\*=UTF-8''([A-Za-z0-9%._~!-]*)$/.exec(
      attachment(name),
    )
    assert.equal(decodeURIComponent(parts?.[2] ?? ""), name.replace(/[/\\]/g, "_").toWellFormed())
  }
})
