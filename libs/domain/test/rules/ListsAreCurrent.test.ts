import { describe, expect, it } from "vitest"
import { tellIssue } from "../../src/messages/tellIssue.ts"
import { departmentTree } from "../../src/model/departmentTree.ts"
import { listRows } from "../../src/rows/templateLists.ts"
import { ListsAreCurrent } from "../../src/rules/ListsAreCurrent.ts"

type Place = readonly [departmentId: string, name: string, parentId?: string]

const choices = (places: ReadonlyArray<Place>, groups: ReadonlyArray<string>) => ({
  departments: departmentTree(
    places.map(([departmentId, name, parentId = null]) => ({ departmentId, name, parentId, closed: false })),
  ),
  groups: groups.map((groupName) => ({ groupName, description: "", permissions: [] })),
})

const before = choices(
  [
    ["1", "North"],
    ["00101", "Schools", "1"],
    ["=2", "Parks", "1"],
    ["4", "Care"],
  ],
  ["Reader", "Editor"],
)
const lists = {
  madeAt: "2026-03-12T09:30:00.000Z",
  of: "one",
  rows: [["Title"], ["Department id", "Name"], ...listRows(before)],
}

const issuesOf = (now: ReturnType<typeof choices>, databaseId = "one") =>
  ListsAreCurrent(lists, databaseId, now)

describe("the lists of an example file", () => {
  it("are current as long as nothing has changed", () => {
    expect(issuesOf(before)).toEqual([])
  })

  it("tell what was renamed or moved since, which is as right as before, and what was added", () => {
    const now = choices(
      [
        ["1", "North"],
        ["00101", "Schools"],
        ["=2", "Green", "1"],
        ["4", "Care"],
        ["5", "New"],
      ],
      ["Reader", "Editor", "Writer"],
    )
    expect(issuesOf(now)).toEqual([
      {
        code: "file.lists_outdated",
        severity: "info",
        row: null,
        column: null,
        value: null,
        details: {
          madeAt: "2026-03-12T09:30:00.000Z",
          renamed: ["00101 (North / Schools → Schools)", "=2 (North / Parks → North / Green)"],
          gone: [],
          groupsGone: [],
          counts: [2, 0, 0, 2],
        },
      },
    ])
  })

  it("warn of what has gone since", () => {
    const [issue] = issuesOf(
      choices(
        [
          ["1", "North"],
          ["=2", "Parks", "1"],
        ],
        ["Reader"],
      ),
    )
    expect(issue).toMatchObject({
      severity: "warning",
      details: { gone: ["00101", "4"], groupsGone: ["Editor"] },
    })
    expect(tellIssue(issue!, "en").message).toBe(
      "The example file is of 2026-03-12 09:30 UTC. Since then: closed or removed: 00101, 4; permission groups removed: Editor.",
    )
  })

  it("name five of many changes, and say how many more there are", () => {
    const many = choices(
      Array.from({ length: 8 }, (_, at) => [`${at}`, "x"] as const),
      [],
    )
    const rows = [["t"], ["h"], ...listRows(many)]
    const [issue] = ListsAreCurrent({ ...lists, rows }, "one", choices([], []))
    expect(tellIssue(issue!, "sv").message).toContain("stängda eller borttagna: 0, 1, 2, 3, 4 och 3 till.")
  })

  it("of another database are told as that, and nothing of this one", () => {
    expect(issuesOf(before, "two")).toEqual([
      { code: "file.lists_foreign", severity: "warning", row: null, column: null, value: null, details: {} },
    ])
  })
})
