import Foundation
import LintReporters
import TestSupport
import Testing

/// `integrations/get-loclint`, by itself and from what uses it in CI, with a release in a folder. It
/// fetches with curl.
@Suite(.enabled(if: Executable.find("curl") != nil && Executable.find("make") != nil))
struct GetLoclintTests {
  private static let tag = "v\(Product.version)"
  private static let commit = String(repeating: "0123456789", count: 4)

  private let folder: TemporaryFolder

  /// A copy of what it needs of the project, where building is quick, and a release.
  init() throws {
    folder = try TemporaryFolder()
    for path in ["integrations/get-loclint", "Sources/LintReporters/Product.swift"] {
      try folder.write("copy/\(path)", Checkout.bytes(of: path))
    }
    try folder.write("copy/Package.swift", "")
    try folder.write("copy/Rules/a.yml", "")
    try folder.write("copy/Plugins/a.swift", "")
    try folder.write("program", "#!/bin/sh\nexec '\(Executable.loclint)' \"$@\"\n")
    try folder.write(
      "copy/Makefile",
      "deps:\n\t@echo deps >>../made\n"
        + "build:\n\t@echo build >>../made; mkdir -p .build/release; cp ../program .build/release/loclint\n"
    )
    try folder.write("releases/\(Self.tag)/COMMIT", Self.commit + "\n")
    #expect(
      try bash(
        """
        chmod +x copy/integrations/get-loclint program
        cd releases/\(Self.tag)
        cp ../../program loclint-\(Product.version)-linux-$(uname -m)
        sha256sum * >SHA256SUMS
        """
      ).status == 0)
  }

  private func bash(_ script: String, _ environment: [String: String] = [:]) throws
    -> Executable.Outcome
  {
    try Executable.run(
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", script],
      as: try #require(Executable.find("bash")), in: folder.path, environment: environment)
  }

  private var release: String { "file://\(folder.path("releases"))/{tag}" }

  private func fetch(_ ref: String, from release: String? = nil, digest: String = "") throws
    -> Executable.Outcome
  {
    try bash(
      "copy/integrations/get-loclint fetch \"$release\" \"$ref\" got",
      ["release": release ?? self.release, "ref": ref, "LOCLINT_SHA256": digest])
  }

  private var digest: String {
    get throws { String(try bash("sha256sum program").output.prefix(64)) }
  }

  @Test(arguments: [tag, commit])
  func whatIsReleasedIsFetched(_ ref: String) throws {
    for digest in ["", try digest] {
      let outcome = try fetch(ref, digest: digest)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try bash("rm got/loclint").status == 0)
    }
  }

  /// Status 3 says that it has to be built.
  @Test(arguments: [
    "main", "v9.9.9", "v", "v1.0", "../v0.1.0", "v\(Product.version)/..", "",
    String(repeating: "f", count: 40),
  ])
  func whatIsNotReleasedIsNot(_ ref: String) throws {
    let outcome = try fetch(ref)
    #expect(outcome.status == 3 && outcome.error.hasSuffix("\n"), "\(outcome.error)")
    #expect(folder.read("got/loclint") == nil)
    // Where a digest is asked for, what was built is not what is wanted.
    #expect(try fetch(ref, digest: digest).status == 1)
  }

  @Test func anAddressIsNeeded() throws {
    for release in ["", "none", "http://localhost/{tag}", "--output=/etc/x"] {
      #expect(try fetch(Self.tag, from: release).status == 3)
    }
  }

  @Test func aProgramForThisMachineIsNeeded() throws {
    try folder.write("releases/\(Self.tag)/SHA256SUMS", "\(try digest)  loclint-linux-pdp11\n")
    #expect(try fetch(Self.tag).status == 3)
  }

  /// That is for somebody to look at, so nothing is built instead.
  @Test func anotherDigestIsRefused() throws {
    #expect(try fetch(Self.tag, digest: String(repeating: "0", count: 64)).status == 1)
    _ = try bash("echo '# more' >>\"$(echo releases/\(Self.tag)/loclint-*)\"")
    let outcome = try fetch(Self.tag)
    #expect(outcome.status == 1 && outcome.error.contains("not the digest that SHA256SUMS says"))
    #expect(folder.read("got/loclint") == nil)
  }

  @Test func whatWasBuiltIsKept() throws {
    func build() throws -> String {
      #expect(try bash("copy/integrations/get-loclint build got").status == 0)
      let made = folder.read("made") ?? ""
      try? FileManager.default.removeItem(atPath: folder.path("made"))
      return made
    }
    #expect(try build() == "build\n" && build() == "")
    try folder.write("copy/Rules/a.yml", "# other")
    #expect(try build() == "build\n" && build() == "")
    // One that lacks its libraries.
    _ = try bash("printf '#!/bin/sh\\nexit 127\\n' >got/loclint")
    #expect(try build() == "deps\nbuild\n")
    // One that was fetched says nothing of what is built.
    #expect(try fetch(Self.tag).status == 0)
    #expect(try build() == "build\n")
  }

  /// Whoever commits pages could commit a program with the right key beside it.
  @Test(
    .enabled(if: Executable.find("git") != nil),
    arguments: [
      "git -C pages add --force kept", "git -C pages add --force kept/loclint",
      "mv pages/kept pages/mine; ln -s mine pages/kept",
      "mv pages/kept/loclint mine; git -C pages add --force kept; mv mine pages/kept/loclint",
      "echo none >pages/.git/HEAD",
    ])
  func whatWasCommittedIsNotRun(_ plant: String) throws {
    let build = "copy/integrations/get-loclint build pages/kept"
    let made = try bash(
      """
      git init --quiet pages
      mkdir pages/kept
      printf '#!/bin/sh\n: >"%s"\n' "$PWD/marked" >pages/kept/loclint
      chmod +x pages/kept/loclint
      copy/integrations/get-loclint key >pages/kept/key
      """)
    #expect(made.status == 0, "\(made.error)")
    // As it is, it counts as one that was kept.
    #expect(try bash(build).status == 0)
    #expect(try bash("rm marked; \(plant)").status == 0)
    let built = try bash(build)
    #expect(built.status == 0 && built.output.contains("loclint \(Product.version)") == false)
    #expect(folder.read("marked") == nil, "\(built.error)")
    #expect(built.error.contains("of the checkout, and goes"))
    #expect(folder.read("made") == "build\n")
    #expect(folder.read("pages/kept/loclint") == folder.read("program"))
    #expect(try fetch(Self.tag).status == 0)
  }

  // MARK: - From the action for GitHub

  private func runStep(_ environment: [String: String]) throws -> (Int32, outputs: String?) {
    let action = try Checkout.text(of: "action.yml")
    let step = try #require(action.components(separatedBy: "- name: Fetch loclint\n").last)
    let script = step.components(separatedBy: "run: |\n")[1].components(separatedBy: "\n    - ")[0]
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.dropFirst(8) }
    try folder.write("outputs", "")
    let given = [
      "ACTION_PATH": folder.path("copy"), "ACTION_REF": Self.tag, "ACTION_REPOSITORY": "own/copy",
      "SERVER_URL": "file://\(folder.path("server"))", "INPUT_RELEASE": "", "LOCLINT_SHA256": "",
      "GITHUB_OUTPUT": folder.path("outputs"),
    ]
    let outcome = try bash(lines.joined(separator: "\n"), given.merging(environment) { $1 })
    return (outcome.status, folder.read("outputs"))
  }

  @Test func theActionTakesTheReleaseOfItsRepository() throws {
    try folder.makeFolder("server/own/copy/releases")
    try folder.link("server/own/copy/releases/download", to: folder.path("releases"))
    for (environment, isReleased) in [
      ([:], true), (["ACTION_REF": Self.commit], true), (["INPUT_RELEASE": release], true),
      (["INPUT_RELEASE": release, "ACTION_REPOSITORY": ""], true),
      (["ACTION_REF": "main"], false), (["ACTION_REPOSITORY": ""], false),
      (["ACTION_REF": ""], false), (["INPUT_RELEASE": "none"], false),
      (["INPUT_RELEASE": "$(touch pwned)"], false), (["ACTION_REF": "$(touch pwned)"], false),
    ] as [([String: String], Bool)] {
      let (status, outputs) = try runStep(environment)
      #expect(status == 0, "\(environment)")
      #expect(outputs?.hasPrefix("is-released=\(isReleased)\n") == true, "\(environment)")
      if !isReleased { #expect(outputs?.contains(/\nkey=[0-9a-f]{40}\n$/) == true) }
    }
    #expect(folder.read("pwned") == nil)
    let other = String(repeating: "1", count: 64)
    #expect(try runStep(["LOCLINT_SHA256": other]) == (1, ""))
  }

  // MARK: - From the job for GitLab

  /// The lines of the job's script, run in a folder of pages.
  private func runJob(_ variables: [String: String]) throws -> Executable.Outcome {
    let job = try Checkout.text(of: "integrations/gitlab-ci.yml")
    let script = try #require(job.components(separatedBy: "\n  script:\n").last)
      .components(separatedBy: "\n  artifacts:")[0]
    var lines: [String] = []
    for line in script.split(separator: "\n") where !line.hasPrefix("    #") {
      if line.hasPrefix("    - ") {
        lines.append(String(line.dropFirst(6)))
      } else {
        lines[lines.count - 1] += " " + line.trimmingPrefix(" ")
      }
    }
    let given = [
      "LOCLINT_REPOSITORY": folder.path("copy"), "LOCLINT_REF": Self.tag, "LOCLINT_RELEASE": "",
      "LOCLINT_SHA256": "", "LOCLINT_PATHS": "it-it", "LOCLINT_OPTIONS": "--quiet --fail-on=never",
    ]
    return try bash(
      "mkdir -p pages; cd pages\n" + lines.joined(separator: "\n"), given.merging(variables) { $1 })
  }

  @Test(.enabled(if: Executable.find("git") != nil)) func theJobTakesAReleaseOrBuilds() throws {
    try folder.write(
      "pages/it-it/configure.md", Checkout.bytes(of: "Samples/it-it/configure.md"))
    let made = try bash(
      """
      cd copy && git init --quiet && git add . &&
        git -c user.name=a -c user.email=a commit --quiet --message=a && git tag \(Self.tag)
      """)
    #expect(made.status == 0, "\(made.error)")
    let finding = "it-it/configure.md:55:436: error: "
    let fetched = try runJob(["LOCLINT_RELEASE": release])
    #expect(fetched.status == 0 && fetched.output.contains(finding), "\(fetched.error)")
    #expect(folder.read("pages/gl-code-quality-report.json")?.hasPrefix("[") == true)
    #expect(folder.read("pages/.loclint-program/key") == nil)
    // Each finding stands in a merge request once, unless tests are asked for, as docs/ci.md says.
    #expect(folder.read("pages/loclint.xml") == nil)
    let options = "--fail-on=never --output=junit-extended=loclint.xml"
    #expect(
      try runJob(["LOCLINT_RELEASE": release, "LOCLINT_OPTIONS": options]).status == 0)
    #expect(folder.read("pages/loclint.xml")?.contains("<testsuite") == true)
    #expect(folder.read("pages/gl-code-quality-report.json")?.hasPrefix("[") == true)
    // No release is where the repository's would be, so it is built, here by the Makefile above.
    try folder.write("pages/program", try #require(folder.read("program")))
    let built = try bash("chmod +x pages/program").status == 0 ? runJob([:]) : nil
    #expect(built?.status == 0 && built?.output.contains(finding) == true, "\(built?.error ?? "")")
    #expect(folder.read("pages/.loclint-program/key") != nil)
    let other = String(repeating: "1", count: 64)
    #expect(try runJob(["LOCLINT_RELEASE": release, "LOCLINT_SHA256": other]).status == 1)
    // A merge request brings a program, and more to build from.
    let planted = try bash(
      """
      cd pages
      git init --quiet
      printf 'all build deps:\\n\\t: >../../marked\\n' >.loclint/GNUmakefile
      printf '#!/bin/sh\\n: >"%s"\\n' "$PWD/../marked" >.loclint-program/loclint
      rm -rf .loclint/.git
      git add --force .loclint .loclint-program
      """)
    #expect(planted.status == 0, "\(planted.error)")
    let mended = try runJob([:])
    #expect(mended.status == 0 && mended.output.contains(finding), "\(mended.error)")
    #expect(folder.read("marked") == nil)
  }
}
