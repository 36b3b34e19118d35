import { assert, describe, it } from "vitest"
import { languageOf } from "../src/language.ts"
import { csv, problemOf, refusalOf, testApp } from "./testApp.ts"

describe("the language", () => {
  it.each([
    ["", "en"],
    ["sv", "sv"],
    ["sv-FI", "sv"],
    ["SV-se,en;q=0.8", "sv"],
    ["en,sv", "en"],
    ["sv;q=0.5,en;q=0.9", "en"],
    ["sv; q=0.9 , en; Q=0.5", "sv"],
    ["de,sv;q=0.1", "sv"],
    ["de,fr", "en"],
    ["*", "en"],
    ["sv;q=0", "en"],
    ["sv;q=x", "en"],
    [",,;;q=1,", "en"],
  ])("of Accept-Language %j is %s", (header, language) => {
    const request = new Request("http://localhost/", { headers: { "accept-language": header } })
    assert.equal(languageOf(request), language)
  })

  it("in the query goes before the header", () => {
    const request = new Request("http://localhost/?language=en", { headers: { "accept-language": "sv" } })
    assert.equal(languageOf(request), "en")
  })
})

describe("an answer", () => {
  it("speaks Swedish where asked, in title, detail and issues", async () => {
    const { request } = testApp()
    const swedish = { headers: { "accept-language": "sv" } }
    const problem = await problemOf(await request("/api/v1/nowhere", swedish))
    assert.equal(problem.title, "Adressen finns inte")
    const refused = await problemOf(
      await request("/api/v1/platform/imports?language=sv", csv("email,firstName\na@muster.example,A\n")),
    )
    assert.equal(refused.title, "Filen avvisades")
    assert.include(refused.detail, "Rubrikraden saknar")
    assert.include(refused.issues?.[0]?.message ?? "", "Rubrikraden saknar")
  })

  it("to an unknown language in the query is a refusal", async () => {
    const { request } = testApp()
    assert.equal(await refusalOf(await request("/health?language=de")), "422 request.invalid")
  })
})
