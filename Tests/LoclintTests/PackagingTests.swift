import Foundation
import LintReporters
import TestSupport
import Testing

/// What `Packaging/dist` makes of a program, here of a script that calls the one that was built. That each
/// form installs and runs where there is no Swift is for `make check-dist` to say, which takes minutes.
@Suite(.enabled(if: canBePackaged)) struct PackagingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("program", "#!/bin/sh\nexec '\(Executable.loclint)' \"$@\"\n")
    let made = try bash("chmod +x program; '\(Checkout.root)/Packaging/dist' program dist")
    #expect(made.status == 0, "\(made.error)")
  }

  private func bash(_ script: String) throws -> Executable.Outcome {
    try Executable.run(
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", script],
      as: try #require(Executable.find("bash")), in: folder.path,
      environment: [
        "SOURCE_DATE_EPOCH": "1700000000", "SOURCE_COMMIT": "0123",
        "MAINTAINER": "A Developer <a@b.example>", "PYTHONDONTWRITEBYTECODE": "1",
      ])
  }

  private func output(_ script: String) throws -> String { try bash(script).output }

  @Test func allSayOneVersion() throws {
    let version = Product.version
    let machine = String(try output("uname -m").dropLast())
    let files = try output("ls dist").split(separator: "\n").map(String.init)
    for name in [
      "Containerfile", "COMMIT", "SHA256SUMS", "loclint-\(version)-linux-\(machine)",
      "loclint-\(version)-linux-\(machine).tar.gz", "loclint-\(version)-linux-\(machine).spdx.json",
    ] {
      #expect(files.contains(name), "\(name)")
    }
    #expect(files.contains { $0.hasPrefix("loclint_\(version)_") && $0.hasSuffix(".deb") })
    #expect(files.contains { $0.hasPrefix("loclint-\(version)-py3-none-") })
    #expect(try output("dpkg-deb --field dist/*.deb Version") == "\(version)\n")
    let metadata = try output(
      "python3 -m zipfile --extract dist/*.whl wheel; cat wheel/*.dist-info/METADATA")
    #expect(metadata.contains("\nVersion: \(version)\n"))
    #expect(metadata.contains("\n# loclint\n") && !metadata.contains("](docs/"))
    #expect(try output("cat dist/*.spdx.json").contains("\"versionInfo\": \"\(version)\""))
    #expect(
      try output("cat dist/Containerfile").contains("loclint-\(version)-linux-\(machine) /usr"))
    #expect(try output("cat dist/COMMIT") == "0123\n")
  }

  @Test func manualAndCompletionsAreInIt() throws {
    let tarball = try output("tar -tzf dist/*.tar.gz")
    let package = try output("dpkg-deb --contents dist/*.deb")
    for path in [
      "bin/loclint", "share/man/man1/loclint.1.gz", "share/bash-completion/completions/loclint",
      "share/zsh/site-functions/_loclint", "share/fish/vendor_completions.d/loclint.fish",
    ] {
      #expect(tarball.contains("/\(path)\n"))
      #expect(package.contains(" ./usr/\(path)\n"))
    }
  }

  @Test func theDigestsAreThoseOfTheFiles() throws {
    #expect(try bash("cd dist; sha256sum --check --strict SHA256SUMS").status == 0)
    let named = try output("cut -c 67- dist/SHA256SUMS; echo SHA256SUMS")
    #expect(try output("ls dist | sort") == bash("echo '\(named)' | sed '/^$/d' | sort").output)
  }

  @Test func twiceTheSameBytes() throws {
    let again = "sleep 1; umask 027; TZ=Asia/Tokyo '\(Checkout.root)/Packaging/dist' program again"
    #expect(try bash(again).status == 0)
    #expect(try bash("cmp dist/SHA256SUMS again/SHA256SUMS").status == 0)
  }

  /// What it took to make them is not left behind, and a folder is there as a whole or not at all.
  @Test func nothingIsLeftOfAFailure() throws {
    #expect(try bash("'\(Checkout.root)/Packaging/dist' /bin/false broken").status != 0)
    #expect(folder.read("broken/SHA256SUMS") == nil)
    #expect(try folder.names().filter { $0.hasPrefix("dist") } == ["dist"])
  }
}

/// Whether there are a Python and Debian's tools; the libraries are those that loclint is linked with.
private let canBePackaged =
  ["python3", "dpkg-deb", "dpkg-query", "swift"].allSatisfy { Executable.find($0) != nil }

/// What the pages say of versions and shells.
@Suite struct PackagingScriptTests {
  @Test(.enabled(if: Executable.find("shellcheck") != nil))
  func theScriptsPassShellcheck() throws {
    let outcome = try Executable.run(
      ["Packaging/build", "Packaging/check", "integrations/get-loclint"],
      as: try #require(Executable.find("shellcheck")), in: Checkout.root)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func theManualNamesTheVersion() throws {
    let pages = try (["README.md"] + ManualTests.Page.manual.map(\.path))
      .map { try Checkout.text(of: $0) }.joined()
    let versions = pages.matches(
      of: /(?:loclint(?:==|[-_:]|@v)|LOCLINT_REF: v)([0-9]+\.[0-9]+\.[0-9]+)/)
    #expect(versions.count > 5)
    for version in versions { #expect(version.1 == Product.version) }
  }

  /// An action is taken by its digits, and every step of a release says what it may.
  @Test func actionsArePinned() throws {
    for path in ["action.yml", ".github/workflows/ci.yml", ".github/workflows/release.yml"] {
      for line in try Checkout.text(of: path).split(separator: "\n")
      where line.contains("uses: ") {
        #expect(line.contains(/uses: [a-z\/-]+@[0-9a-f]{40} # v[0-9.]+$/), "\(path): \(line)")
      }
    }
  }
}
