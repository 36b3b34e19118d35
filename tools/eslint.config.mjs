import nx from "@nx/eslint-plugin"
import parser from "@typescript-eslint/parser"

/** What each kind of project may import from the others (DESIGN, "Architecture"). */
const may = {
  "hex:domain": [],
  "hex:format": [],
  "hex:driving": ["hex:domain", "hex:format"],
  "hex:driven": ["hex:domain"],
  "hex:client": ["hex:domain"],
  "hex:page": ["hex:domain", "hex:format", "hex:client"],
  "hex:proof": ["hex:domain"],
  "hex:root": ["hex:domain", "hex:format", "hex:driving", "hex:driven"],
  "hex:tools": ["hex:domain", "hex:format", "hex:driving", "hex:driven", "hex:client"],
}

/** Packages that these projects may import; the others may import what they declare. */
const packages = {
  "hex:domain": ["effect", "effect/*"],
  "hex:format": ["effect", "effect/*", "node:*"],
  "hex:client": ["effect", "effect/*"],
  "hex:proof": ["effect", "effect/*", "@effect/vitest", "fast-check", "node:*", "oidc-provider", "vitest"],
}

const forTests = ["@effect/vitest", "fast-check", "vitest", "vitest/*", "wabt"]

const boundaries = (inTests) => [
  "error",
  {
    enforceBuildableLibDependency: false,
    banTransitiveDependencies: true,
    allowCircularSelfDependency: true,
    depConstraints: Object.entries(may).map(([sourceTag, tags]) => ({
      sourceTag,
      onlyDependOnLibsWithTags: inTests ? [...tags, "hex:proof"] : tags,
      ...(packages[sourceTag] && {
        allowedExternalImports: [...packages[sourceTag], ...(inTests ? forTests : [])],
      }),
    })),
  },
]

const forbid = (files, ...groups) => ({
  files,
  rules: {
    "no-restricted-imports": ["error", { patterns: groups.map(([group, message]) => ({ group, message })) }],
  },
})

const pure = [["node:*"], "The domain and the sheet run in any JavaScript engine, but for workbooks."]

/** The layers of the domain, each with those above it, which it may not import. */
const above = {
  model: ["rights", "rows", "rules", "repairs", "drafts", "messages", "ports", "memory", "use-cases"],
  rights: ["rows", "rules", "repairs", "drafts", "messages", "ports", "memory", "use-cases"],
  rows: ["rights", "rules", "repairs", "drafts", "messages", "ports", "memory", "use-cases"],
  rules: ["repairs", "drafts", "messages", "ports", "memory", "use-cases"],
  repairs: ["drafts", "messages", "ports", "memory", "use-cases"],
  drafts: ["messages", "ports", "memory", "use-cases"],
  messages: ["rules", "repairs", "drafts", "ports", "memory", "use-cases"],
  ports: ["rows", "rules", "repairs", "drafts", "messages", "memory", "use-cases"],
  "use-cases": ["memory"],
}

/** One SQL statement a change of state: tools/decisions tells why these calls are never safe here. */
const manyStatements = [
  "CallExpression[callee.property.name=/^(beginDistributed|reserve|savepoint|transaction)$/]",
  "CallExpression[callee.property.name='begin'][callee.object.name!='keys']",
].join(", ")

const meantFiles = { selector: "ExportAllDeclaration", message: "Import the file you mean." }

export default [
  { ignores: ["**/dist/**", "**/node_modules/**", "**/migrations/**", "**/test-results/**"] },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    languageOptions: { parser },
    plugins: { "@nx": nx },
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: manyStatements, message: "A change of state is one SQL statement." },
        meantFiles,
      ],
      "no-console": ["error", { allow: ["error"] }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    // A browser has no SQL, and its own storage knows nothing but transactions.
    files: ["apps/admin/**"],
    rules: { "no-restricted-syntax": ["error", meantFiles] },
  },
  {
    files: ["{apps,libs}/*/src/**/*.{ts,tsx}"],
    rules: { "@nx/enforce-module-boundaries": boundaries(false) },
  },
  {
    files: ["{apps,libs}/*/test/**/*.{ts,tsx}"],
    rules: { "@nx/enforce-module-boundaries": boundaries(true) },
  },
  {
    files: ["tools/**", "apps/server/src/{main,offerSetUp}.ts", "{apps,libs}/*/{example,test,tools}/**"],
    rules: { "no-console": "off" },
  },
  forbid(
    ["apps/admin/src/**", "libs/client/src/**"],
    [
      ["@muster/domain/ports/*", "@muster/domain/use-cases/*", "@muster/domain/memory/*"],
      "The browser takes values, rows, rules and messages of the domain alone.",
    ],
  ),
  forbid(["libs/domain/src/**"], pure),
  forbid(["libs/sheet/src/*.ts"], pure, [["./xlsx/*"], "Workbooks are read with Node; text is not."]),
  ...Object.entries(above).map(([folder, layers]) =>
    forbid([`libs/domain/src/${folder}/**`], pure, [
      layers.flatMap((layer) => [`**/${layer}/**`]),
      "It stands below.",
    ]),
  ),
]
