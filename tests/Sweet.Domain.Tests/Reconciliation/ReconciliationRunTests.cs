using Sweet.Domain.Reconciliation;

namespace Sweet.Domain.Tests.Reconciliation;

public class ReconciliationRunTests
{
    private static readonly Setback Failed = new("cs_1", IsUnanswered: false) { PaymentIntentId = "pi_1" };
    private static readonly Setback Unanswered = new("re_1", IsUnanswered: true);

    [Fact]
    public void The_first_one_goes_back_as_far_as_a_deep_one()
    {
        var run = new ReconciliationRun(lastComplete: null, lastDeep: null, Some.Now);

        Assert.Equal((true, Some.Now - ReconciliationRun.DeepReach), (run.IsDeep, run.SinceUtc));
    }

    [Fact]
    public void One_after_another_goes_back_to_its_start_and_an_hour_more()
    {
        var last = Some.Now.AddMinutes(-3);

        var run = new ReconciliationRun(last, lastDeep: Some.Now.AddHours(-5), Some.Now);

        Assert.Equal((false, last.AddHours(-1)), (run.IsDeep, run.SinceUtc));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void Once_a_day_one_is_deep(int seconds, bool isDeep)
    {
        var run = new ReconciliationRun(Some.Now.AddMinutes(-3), Some.Now - ReconciliationRun.DeepEvery - TimeSpan.FromSeconds(seconds), Some.Now);

        Assert.Equal(isDeep, run.IsDeep);
    }

    [Fact]
    public void After_a_silence_longer_than_a_deep_one_reaches_it_goes_back_to_where_the_silence_began()
    {
        var last = Some.Now.AddDays(-50);

        Assert.Equal(last.AddHours(-1), new ReconciliationRun(last, last, Some.Now).SinceUtc);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void A_gap_is_a_silence_longer_than_Stripe_lists_events(int? days, bool isGap) =>
        Assert.Equal(isGap, ReconciliationRun.IsGap(days is null ? null : Some.Now.AddDays(-days.Value), Some.Now));

    [Fact]
    public void It_goes_through_its_steps_object_by_object_and_each_save_raises_its_version()
    {
        var run = Run();

        run.GoOn("cs_9", [], Some.Now);
        var midway = (run.Step, run.Cursor);
        run.GoOn(cursor: null, [], Some.Now);

        Assert.Equal((ReconciliationStep.OurHolds, "cs_9"), midway);
        Assert.Equal((ReconciliationStep.OurCheckouts, null, 2L), (run.Step, run.Cursor, run.Version));
    }

    [Fact]
    public void At_its_end_it_is_complete_and_goes_on_no_more()
    {
        var run = Run();

        End(run);

        Assert.Equal((Some.Now, Some.Now, true), (run.EndedAtUtc, run.CompletedAtUtc, run.HasSeenAll));
        Assert.Throws<InvalidOperationException>(() => run.GoOn(cursor: null, [], Some.Now));
    }

    [Fact]
    public void With_an_object_that_failed_it_ends_and_is_not_complete()
    {
        var run = Run();

        run.GoOn("cs_1", [Failed, Unanswered], Some.Now);
        End(run);

        Assert.Equal((2, Some.Now, null, false), (run.Failures, run.EndedAtUtc, run.CompletedAtUtc, run.HasSeenAll));
        Assert.Equal(["cs_1", "pi_1", "re_1"], run.FailedIds);
    }

    [Theory]
    [InlineData(SetbackCase.Open, true)]
    [InlineData(SetbackCase.Noted, true)]
    public void A_case_stands_for_what_failed_and_lets_it_be_complete(SetbackCase stands, bool hasSeenAll)
    {
        var run = Run();

        run.GoOn("cs_1", [Failed with { Case = stands }], Some.Now);
        End(run);

        Assert.Equal((0, Some.Now, hasSeenAll), (run.Failures, run.CompletedAtUtc, run.HasSeenAll));
    }

    [Theory]
    [InlineData(SetbackCase.Open, false)]
    [InlineData(SetbackCase.Noted, true)]
    public void What_Stripe_does_not_tell_of_ends_a_restoration_only_once_a_person_has_looked(SetbackCase stands, bool hasSeenAll)
    {
        var run = Run();

        run.GoOn("re_1", [Unanswered with { Case = stands }], Some.Now);
        End(run);

        Assert.Equal((Some.Now, hasSeenAll), (run.CompletedAtUtc, run.HasSeenAll));
    }

    [Fact]
    public void Given_up_it_has_ended_and_is_not_complete()
    {
        var run = Run();

        run.GiveUp(Some.Now);
        run.GiveUp(Some.Now.AddHours(1));

        Assert.Equal((Some.Now, null), (run.EndedAtUtc, run.CompletedAtUtc));
    }

    private static ReconciliationRun Run() => new(lastComplete: null, lastDeep: null, Some.Now);

    private static void End(ReconciliationRun run)
    {
        while (run.Step != ReconciliationStep.Done) run.GoOn(cursor: null, [], Some.Now);
    }
}
