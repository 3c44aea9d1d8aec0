// swift-tools-version: 6.1
import PackageDescription

/// Strictness that every Swift target shares: see "Habits" in the README.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-warnings-as-errors"]),
  // Generic code that crosses modules runs several times slower without it.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  // Exclusive access is proven by the compiler where it can be; debug builds check the rest.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// A Swift library module of the pipeline.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A tool of the product or of its developers.
func tool(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies + [argumentParser], swiftSettings: strict)
}

/// A test target named after what it tests.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "dragoman",
  products: [.executable(name: "dragoman", targets: ["dragoman"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["libz-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "CLexicon", exclude: ["data"], cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),

    module("Model"),
    module("Ingestion", ["Model", "CZlib", "CArchive", "CXML2"]),
    module("Normalization", ["Model"]),
    module("Extraction", ["Model", "CLexicon"]),
    module("Aggregation", ["Model"]),
    module("Store", ["Model", "Aggregation", .product(name: "GRDB", package: "GRDB.swift")]),
    module("Reporting", ["Model", "Store"]),
    module(
      "Pipeline",
      [
        "Model", "Ingestion", "Normalization", "Extraction", "Aggregation", "Store", "Reporting",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    tool("dragoman", ["Model", "Pipeline"]),
    tool(
      "dragoman-bench",
      [
        "Model", "Ingestion", "Normalization", "Extraction", "Aggregation", "Pipeline", "CZlib",
      ]),
    tool("dragoman-lexicon", ["Model", "Normalization", "Extraction", "CZlib"]),

    tests("ModelTests", ["Model"]),
    tests("NormalizationTests", ["Normalization", "Model"]),
    tests("ExtractionTests", ["Extraction", "Normalization", "Model", "CLexicon"]),
    tests("IngestionTests", ["Ingestion", "Model", "CZlib"], exclude: ["Pages"]),
    tests("AggregationTests", ["Aggregation", "Model"]),
    tests(
      "StoreTests",
      ["Store", "Aggregation", "Model", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "ReportingTests", ["Reporting", "Store", "Aggregation", "Model"], exclude: ["Golden"]),
    tests("PipelineTests", ["Pipeline", "Extraction", "Ingestion", "Model", "Store", "CZlib"]),
    tests("EndToEndTests", ["dragoman", "Store", "CZlib"]),
  ]
)
