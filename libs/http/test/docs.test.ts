import { assert, it } from "vitest"
import { refusalOf, testApp } from "./testApp.ts"

const { request } = testApp()

it("shows the API from this server alone, without inline scripts or styles", async () => {
  const response = await request("/api/docs")
  assert.match(response.headers.get("content-type") ?? "", /^text\/html/)
  const page = await response.text()
  assert.notMatch(page, /<script>|<style|\son\w+=|style=|https?:\/\//)
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? "")
  assert.lengthOf(addresses, 4)
  for (const address of addresses) {
    const { pathname } = new URL(address, "http://localhost/api/docs")
    const file = await request(pathname)
    assert.equal(file.status, 200, pathname)
    assert.notMatch(file.headers.get("content-type") ?? "", /html/)
    assert.isNotEmpty(await file.text())
  }
})

it("starts from the API document's own address", async () => {
  const start = await (await request("/api/docs/start.js")).text()
  const [, address = ""] = /url: "([^"]+)"/.exec(start) ?? []
  const { pathname } = new URL(address, "http://localhost/api/docs")
  assert.equal((await request(pathname)).headers.get("content-type"), "application/json")
})

it("gives no other file of the package, nor any beside it", async () => {
  for (const name of ["package.json", "swagger-ui.js", "..%2Fpackage.json", "%2e%2e/app.ts", "index.html"])
    assert.equal(await refusalOf(await request(`/api/docs/${name}`)), "404 route.not_found", name)
})
