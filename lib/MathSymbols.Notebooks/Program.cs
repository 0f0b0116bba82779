using MathSymbols.Notebooks.Commands;

return await CommandLine.RunAsync(args);
