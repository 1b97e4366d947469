// swift-tools-version: 6.2
import PackageDescription

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

let package = Package(
  name: "loclint",
  products: [
    .executable(name: "loclint", targets: ["loclint"]),
    .library(
      name: "LintKit", targets: ["LintCore", "LintFormats", "LintRules", "LintReporters"]),
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

    .target(name: "LintCore", dependencies: ["CScan"], swiftSettings: borrowing),
    .target(name: "LintYAML", dependencies: ["CYAML"], swiftSettings: strict),
    .target(
      name: "LintFormats", dependencies: ["LintCore", "LintYAML", "CScan"],
      swiftSettings: borrowing),
    .target(
      name: "LintRules",
      dependencies: ["LintCore", "LintYAML", "BuiltInRules", "CLibXML2", "CPCRE2"],
      swiftSettings: borrowing),
    .target(
      name: "LintReporters", dependencies: ["LintCore", "CGlibc", "CLibXML2", "CLibMD"],
      swiftSettings: strict),
    .executableTarget(
      name: "loclint",
      dependencies: [
        "LintCore", "LintFormats", "LintRules", "LintReporters", "LintYAML", "CGlibc",
      ],
      swiftSettings: strict),

    .target(
      name: "BuiltInRules", path: "Rules",
      exclude: ["FORMAT.md", "README.md", "languages", "tables", "typography"],
      swiftSettings: strict, plugins: ["EmbedRules"]),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"]),
    .executableTarget(name: "embed-rules", swiftSettings: strict),
    .executableTarget(
      name: "write-catalogue", dependencies: ["LintCore", "LintRules"], swiftSettings: strict),

    .target(
      name: "FaultSeeder", dependencies: ["LintCore"], path: "Benchmarks/Recall/FaultSeeder",
      swiftSettings: strict),
    .executableTarget(
      name: "recall", dependencies: ["FaultSeeder", "LintCore", "LintFormats", "LintRules"],
      path: "Benchmarks/Recall/recall", swiftSettings: strict),
    .executableTarget(
      name: "bench", dependencies: ["LintCore", "CGlibc"], path: "Benchmarks/Bench",
      swiftSettings: strict),
    .executableTarget(name: "bare-read", path: "Benchmarks/BareRead"),
    .executableTarget(
      name: "lint-only", dependencies: ["LintCore", "LintFormats", "LintRules"],
      path: "Benchmarks/LintOnly", swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["LintCore"], path: "Tests/TestSupport",
      swiftSettings: borrowing),
    .testTarget(
      name: "LintCoreTests", dependencies: ["LintCore", "CScan", "TestSupport"],
      swiftSettings: borrowing),
    .testTarget(
      name: "LintFormatsTests",
      dependencies: ["LintCore", "LintFormats", "LintYAML", "TestSupport"],
      swiftSettings: borrowing),
    .testTarget(
      name: "LintRulesTests",
      dependencies: [
        "LintCore", "LintFormats", "LintRules", "LintYAML", "BuiltInRules", "TestSupport",
      ],
      swiftSettings: borrowing),
    .testTarget(
      name: "LintReportersTests",
      dependencies: [
        "LintCore", "LintFormats", "LintReporters", "LintRules", "CLibXML2", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "RecallTests", dependencies: ["FaultSeeder", "LintCore", "LintFormats", "LintRules"],
      swiftSettings: strict),
    .testTarget(
      name: "BenchTests", dependencies: ["bench", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LoclintTests",
      dependencies: [
        "loclint", "write-catalogue", "LintCore", "LintFormats", "LintRules", "LintReporters",
        "LintYAML", "CGlibc", "FaultSeeder", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The flags that the fuzzer needs are forbidden in dependencies, so they are there only when asked
// for: `make fuzz`.
if Context.environment["LOCLINT_FUZZ"] == "1" {
  let fuzzing: SwiftSetting = .unsafeFlags(["-sanitize=fuzzer"])
  for target in package.targets
  where ["LintCore", "LintYAML", "LintFormats", "LintRules"].contains(target.name) {
    target.swiftSettings?.append(fuzzing)
  }
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["LintCore", "LintFormats", "LintRules"], path: "Tests/Fuzz",
      exclude: ["markdown.dict"],
      swiftSettings: strict + [fuzzing, .unsafeFlags(["-parse-as-library"])],
      // The linker gold stumbles over what the sanitizer adds.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
