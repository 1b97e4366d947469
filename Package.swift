// swift-tools-version: 6.2
import PackageDescription

#if !os(Linux)
  #error(
    """
    loclint is built on Linux with glibc. On macOS run its container image, on Windows its program \
    in WSL: see docs/getting-started.md.
    """)
#endif

/// What every Swift target is held to.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// `Text` and `Segment` borrow a document's bytes; their `@_lifetime` marks need this.
let borrowing: [SwiftSetting] = strict + [.enableExperimentalFeature("Lifetimes")]

/// Where people read about rules, with `{rule}` in place of a name: `make build RULE_PAGES=…`.
let rulePages = Context.environment["RULE_PAGES"] ?? ""
if !rulePages.isEmpty, !rulePages.hasPrefix("http") || !rulePages.contains("{rule}") {
  fatalError("RULE_PAGES is '\(rulePages)': it wants https:// or http:// and {rule}")
}

let package = Package(
  name: "loclint",
  products: [
    .executable(name: "loclint", targets: ["loclint"]),
    .library(
      name: "LintKit",
      targets: [
        "LintCore", "LintText", "Markdown", "Messages", "SideBySide", "MarkdownPairs", "PO",
        "LintRules", "LintReporters", "LintWorkspace",
      ]),
    // What the package in `Benchmarks` needs besides.
    .library(name: "TestSupport", targets: ["TestSupport"]),
    .library(name: "CGlibc", targets: ["CGlibc"]),
  ],
  targets: [
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(
      name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CGlibc"),
    .target(name: "CScan"),
    // What whoever builds the program may set.
    .target(
      name: "CBuild",
      cSettings: rulePages.isEmpty ? [] : [.define("RULE_PAGES", to: "\"\(rulePages)\"")]),

    .target(name: "LintText", dependencies: ["CScan"], swiftSettings: borrowing),
    .target(name: "LintCore", dependencies: ["LintText", "CScan"], swiftSettings: borrowing),
    .target(name: "LintYAML", dependencies: ["LintText", "CYAML"], swiftSettings: strict),
    .target(
      name: "Markdown", dependencies: ["LintCore", "LintText", "LintYAML", "CScan"],
      swiftSettings: borrowing),
    .target(
      name: "SideBySide", dependencies: ["LintCore", "LintText", "Markdown"],
      swiftSettings: borrowing),
    .target(
      name: "MarkdownPairs", dependencies: ["LintCore", "LintText", "Markdown"],
      swiftSettings: borrowing),
    .target(
      name: "Messages", dependencies: ["LintCore", "LintText", "Markdown"],
      swiftSettings: borrowing),
    .target(
      name: "PO", dependencies: ["LintCore", "LintText", "Messages"], swiftSettings: borrowing),
    .executableTarget(
      name: "write-pairs", dependencies: ["Markdown", "MarkdownPairs"], swiftSettings: strict),
    .target(
      name: "LintRules",
      dependencies: [
        "LintCore", "LintText", "LintYAML", "Messages", "BuiltInRules", "CScan", "CLibXML2",
        "CPCRE2",
      ],
      swiftSettings: borrowing),
    .target(
      name: "LintReporters",
      dependencies: ["LintCore", "LintText", "CBuild", "CGlibc", "CLibXML2", "CLibMD"],
      swiftSettings: strict),
    .target(
      name: "LintWorkspace",
      dependencies: [
        "LintCore", "LintText", "Markdown", "Messages", "SideBySide", "MarkdownPairs", "PO",
        "LintRules", "LintReporters", "LintYAML", "CGlibc",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "loclint",
      dependencies: [
        "LintCore", "LintText", "MarkdownPairs", "LintRules", "LintReporters", "LintWorkspace",
      ],
      swiftSettings: strict),

    .target(
      name: "BuiltInRules", path: "Rules",
      exclude: ["FORMAT.md", "README.md", "languages", "tables", "typography"],
      swiftSettings: strict, plugins: ["EmbedRules"]),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"]),
    .executableTarget(name: "embed-rules", dependencies: ["CYAML"], swiftSettings: strict),
    .executableTarget(
      name: "write-catalogue",
      dependencies: ["LintCore", "LintText", "LintRules", "LintWorkspace"],
      swiftSettings: strict),
    .executableTarget(
      name: "write-blocks", dependencies: ["Markdown", "LintText"], swiftSettings: strict),
    .executableTarget(
      name: "write-growth-examples",
      dependencies: [
        "LintCore", "LintText", "Markdown", "SideBySide", "LintRules", "LintWorkspace",
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["LintCore", "LintText", "Markdown"],
      path: "Tests/TestSupport",
      swiftSettings: borrowing),
    .testTarget(
      name: "LintTextTests", dependencies: ["LintText", "CScan"], swiftSettings: borrowing),
    .testTarget(
      name: "MarkdownPairsTests",
      dependencies: ["MarkdownPairs", "LintCore", "LintText", "Markdown"],
      swiftSettings: borrowing),
    .testTarget(
      name: "POTests",
      dependencies: ["PO", "Messages", "LintCore", "LintText", "LintWorkspace", "TestSupport"],
      swiftSettings: borrowing),
    .testTarget(
      name: "LintCoreTests", dependencies: ["LintCore", "LintText", "TestSupport"],
      swiftSettings: borrowing),
    .testTarget(
      name: "MarkdownTests",
      dependencies: ["LintCore", "LintText", "Markdown", "SideBySide", "LintYAML", "TestSupport"],
      swiftSettings: borrowing),
    .testTarget(
      name: "SideBySideTests",
      dependencies: ["LintCore", "LintText", "Markdown", "SideBySide", "TestSupport"],
      swiftSettings: borrowing),
    .testTarget(
      name: "LintRulesTests",
      dependencies: [
        "LintCore", "LintText", "Markdown", "SideBySide", "LintRules", "LintWorkspace", "LintYAML",
        "BuiltInRules",
        "TestSupport",
      ],
      swiftSettings: borrowing),
    .testTarget(
      name: "LintReportersTests",
      dependencies: [
        "LintCore", "LintText", "SideBySide", "LintReporters", "LintRules", "CLibXML2",
        "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "LintWorkspaceTests",
      dependencies: [
        "LintCore", "LintText", "SideBySide", "MarkdownPairs", "LintRules", "LintReporters",
        "LintYAML", "LintWorkspace", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LoclintTests",
      dependencies: [
        "loclint", "write-catalogue", "LintCore", "LintText", "Markdown", "SideBySide", "LintRules",
        "LintReporters", "LintYAML", "LintWorkspace", "CGlibc", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "loclint", "LintCore", "LintText", "Markdown", "SideBySide", "MarkdownPairs", "PO",
        "LintRules", "LintReporters", "LintWorkspace", "CLibXML2", "TestSupport",
      ],
      path: "Tests/Fuzz",
      exclude: ["Dictionaries", "Found", "Seeds", "run", "Fuzz.swift", "Damage"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The flags that the fuzzer needs are forbidden in dependencies, so they are there only when asked
// for: `make fuzz` and `make damage` make programs of what is otherwise a test.
if let tool = Context.environment["LOCLINT_FUZZ"] {
  let isFuzzer = tool == "fuzz"
  // In one option: of two, the compiler counts no branches.
  let checked: [SwiftSetting] =
    isFuzzer ? [.unsafeFlags(["-sanitize=fuzzer,address"])] : []
  let read = [
    "LintCore", "LintText", "LintYAML", "Markdown", "Messages", "SideBySide", "MarkdownPairs", "PO",
    "LintRules", "LintReporters", "LintWorkspace", "loclint",
  ]
  for target in package.targets where read.contains(target.name) {
    target.swiftSettings? += checked
  }
  if isFuzzer {
    package.targets.first { $0.name == "CScan" }?.cSettings = [
      .unsafeFlags(["-fsanitize=fuzzer-no-link,address,undefined", "-fsanitize-trap=undefined"])
    ]
  }
  // A program can't be part of another one, unless it is a library whose entry point has another
  // name; that the checks may see what is internal is said where they are built.
  package.targets.removeAll { $0.isTest || $0.name == "loclint" }
  package.products.removeAll { $0.name == "loclint" }
  let tests = "Tests/Fuzz"
  package.targets += [
    .target(
      name: "loclint",
      dependencies: [
        "LintCore", "LintText", "SideBySide", "MarkdownPairs", "PO", "LintRules", "LintReporters",
        "LintYAML", "LintWorkspace",
      ],
      swiftSettings: strict + checked + [
        .unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "loclint_main"])
      ]),
    .executableTarget(
      name: tool,
      dependencies: [
        "loclint", "LintCore", "LintText", "SideBySide", "MarkdownPairs", "PO", "LintRules",
        "LintReporters", "LintWorkspace", "CLibXML2", "TestSupport",
      ],
      path: tests,
      exclude: [
        "Dictionaries", "Found", "Seeds", "run", "FuzzTests.swift",
        isFuzzer ? "Damage" : "Fuzz.swift",
      ],
      swiftSettings: strict + checked + [.unsafeFlags(["-parse-as-library"])],
      // The linker gold stumbles over what the sanitizers add.
      linkerSettings: isFuzzer
        ? [
          .unsafeFlags([
            "-sanitize=fuzzer,address", "-use-ld=lld",
          ])
        ] : []),
  ]
}
