using Xunit;

// LibTorch uses every core by itself, and the leak tests count the live tensors of the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
