using MathSymbols.Notebooks.Commands;

return await KernelCommand.RunAsync(args[1]);
