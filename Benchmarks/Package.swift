// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is held to, as those of the product are.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let lintKit = Target.Dependency.product(name: "LintKit", package: "loclint")
let testSupport = Target.Dependency.product(name: "TestSupport", package: "loclint")

let package = Package(
  name: "loclint-benchmarks",
  dependencies: [
    // By name, for a package by path is otherwise called as its folder is.
    .package(name: "loclint", path: "..")
  ],
  targets: [
    .target(
      name: "FaultSeeder", dependencies: [lintKit], path: "Recall/FaultSeeder",
      swiftSettings: strict),
    .executableTarget(
      name: "recall", dependencies: ["FaultSeeder", lintKit], path: "Recall/recall",
      swiftSettings: strict),
    .executableTarget(
      name: "bench", dependencies: [lintKit, .product(name: "CGlibc", package: "loclint")],
      path: "Bench", swiftSettings: strict),
    .executableTarget(
      name: "lint-only", dependencies: [lintKit], path: "LintOnly", swiftSettings: strict),

    // What the article about the library shows.
    .executableTarget(
      name: "lint-buffer", dependencies: [lintKit], path: "LintBuffer", swiftSettings: strict),

    .testTarget(
      name: "LintBufferTests", dependencies: ["lint-buffer", lintKit, testSupport],
      swiftSettings: strict),
    .testTarget(
      name: "RecallTests",
      dependencies: [
        "FaultSeeder", lintKit, testSupport, .product(name: "loclint", package: "loclint"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BenchTests", dependencies: ["bench", testSupport], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
