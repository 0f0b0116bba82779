namespace MathSymbols.Models.Winograd;

/// <summary>A few float32 lanes; the transforms are written once and compiled for each width.</summary>
internal unsafe interface IFloatVector<T>
    where T : unmanaged, IFloatVector<T>
{
    static abstract int Count { get; }

    static abstract T Load(float* source);

    void Store(float* target);

    /// <summary>The larger of each lane and zero.</summary>
    T Rectified();

    static abstract T Max(T a, T b);

    /// <summary>The same value in each lane.</summary>
    static abstract T Repeat(float value);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);
}
