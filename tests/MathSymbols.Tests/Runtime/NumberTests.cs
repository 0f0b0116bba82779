using System.Reflection;
using System.Reflection.Emit;
using MathSymbols.Runtime;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Runtime;

public sealed class NumberTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => (int)(ushort)o.Value);

    [Fact]
    public void A_number_is_made_once()
    {
        Assert.Same(Number.Of(0.25), Number.Of(0.25));
        Assert.Equal(0.25, Number.Of(0.25).ToDouble());
    }

    [Fact]
    public void No_operation_of_the_library_is_given_a_plain_number() =>
        Assert.Empty(Calls().Where(c => TakesPlainNumber(c.Callee)).Select(c => $"{c.Caller.DeclaringType}.{c.Caller.Name}: {c.Callee}"));

    [Fact]
    public void The_check_finds_what_it_looks_for()
    {
        var examples = ((Func<torch.Tensor, torch.Tensor>[])[t => t * 2, t => 1 - t, t => t / 0.5, t => t.pow(3)]).Select(f => f.Method);
        Assert.All(examples, e => Assert.Contains(Callees(e), TakesPlainNumber));
        Assert.DoesNotContain(Callees(((Func<torch.Tensor, torch.Tensor>)(t => t * Number.Of(2))).Method), TakesPlainNumber);
    }

    // Either the number is turned into a Scalar on the spot, or an operator of Tensor does so.
    private static bool TakesPlainNumber(MethodBase callee) =>
        callee.Name.StartsWith("op_", StringComparison.Ordinal) &&
        (callee.DeclaringType == typeof(Scalar) || (callee.DeclaringType == typeof(torch.Tensor) && callee.GetParameters().Any(p => p.ParameterType.IsPrimitive)));

    private static IEnumerable<(MethodBase Caller, MethodBase Callee)> Calls() =>
        from type in typeof(Number).Assembly.GetTypes()
        from caller in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All))
        from callee in Callees(caller)
        select (caller, callee);

    private static List<MethodBase> Callees(MethodBase method)
    {
        var (code, callees) = (method.GetMethodBody()?.GetILAsByteArray() ?? [], new List<MethodBase>());
        Type[]? ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var i = 0; i < code.Length;)
        {
            // 0xFE begins the codes of two bytes.
            int value = code[i++];
            if (value == 0xFE) value = 0xFE00 | code[i++];
            var operand = OpCodesByValue[value].OperandType;
            if (operand == OperandType.InlineMethod && method.Module.ResolveMethod(BitConverter.ToInt32(code, i), ofType, ofMethod) is { } callee) callees.Add(callee);
            i += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, i),
                _ => 4,
            };
        }

        return callees;
    }
}
