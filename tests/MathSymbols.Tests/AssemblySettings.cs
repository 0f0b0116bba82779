using Xunit.Sdk;
using Xunit.v3;

// LibTorch uses every core by itself, and the leak tests count the live tensors of the whole process.
[assembly: Parallelization(Mode = ParallelMode.None)]
