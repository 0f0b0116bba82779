namespace MathSymbols.Benchmarks.Training;

/// <summary>One round of measurements, one straight after the other.</summary>
/// <param name="Bare">The bare steps, in images a second.</param>
/// <param name="Fitted">The same through Trainer.Fit.</param>
/// <param name="Product">The matrix product, in operations a second.</param>
/// <param name="PyTorch">PyTorch, in images a second; 0 where it was not measured.</param>
/// <param name="PyTorchTuned">PyTorch with our allocator's settings.</param>
internal sealed record TrainingRound(double Bare, double Fitted, double Product, double PyTorch, double PyTorchTuned);
