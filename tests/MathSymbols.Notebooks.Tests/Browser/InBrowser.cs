using MathSymbols.Tests.Browser;

namespace MathSymbols.Notebooks.Tests.Browser;

/// <summary>The tests that look at one small report in one browser.</summary>
[CollectionDefinition]
public sealed class InBrowser : ICollectionFixture<Chromium>, ICollectionFixture<SmallReport>;
