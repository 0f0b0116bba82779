using MathSymbols.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]
