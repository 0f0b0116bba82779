using MathSymbols.Runtime;
using MathSymbols.Training;
using Xunit;

namespace MathSymbols.Tests.Training;

public sealed class Vgg19PlanTests
{
    [Fact]
    public void The_full_profile_does_what_the_report_did()
    {
        var plan = Vgg19Plan.For(new Settings { Profile = Profile.Full });
        Assert.Equal(new Vgg19Plan(20, int.MaxValue, int.MaxValue, 64, 224), plan);
        Assert.Equal((EpochMetric.ValidationLoss, 2, false), (Vgg19Plan.EarlyStopping.Monitor, Vgg19Plan.EarlyStopping.Patience, Vgg19Plan.EarlyStopping.RestoreBest));
    }

    [Fact]
    public void Settings_override_a_profiles_numbers()
    {
        var plan = Vgg19Plan.For(new Settings { Epochs = 3, TrainImages = 90, BatchSize = 8 });
        Assert.Equal((3, 90, 30, 8), (plan.Epochs, plan.TrainImages, plan.ValidationImages, plan.BatchSize));
        Assert.Equal(912, Vgg19Plan.For(new Settings()).TrainImages);
    }
}
