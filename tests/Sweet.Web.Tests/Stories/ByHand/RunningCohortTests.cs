using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.ByHand;

/// <summary>Whoever is enrolled into a cohort that runs pays for the classes that are left; pages and emails say the same.</summary>
public sealed class RunningCohortTests : HandStory
{
    [Fact]
    public async Task Classes_that_were_over_before_are_never_counted()
    {
        var cohort = await Given.OpenCohort();
        await PassTo(cohort.Meetings[1].EndsAtUtc.AddDays(1));
        var asked = await AskedOutside(cohort);
        var student = await asked.Submit("Enroll Riley Sample, $597.00 received");
        await PassTo(cohort.Meetings[2].StartsAtUtc.AddMinutes(1));

        var mail = await Mail("You are enrolled", "riley@clinic.example");
        var page = await (await Own("You are enrolled")).Click("Withdraw");
        var refund = await Admin.Open(student.Address + "/refunds/new");
        var transfer = await Admin.Open(student.Address + "/transfers/new");
        await page.Submit();

        Assert.Contains("2 of 6 classes have begun; the 2 that are over won’t count in a withdrawal", asked.Fact("Seat"), StringComparison.Ordinal);
        Assert.Contains("If you withdraw before the next class, you’ll be refunded $507.45", mail.Text, StringComparison.Ordinal);
        Assert.Contains("you’ll be refunded $380.59", page.Text, StringComparison.Ordinal);
        Assert.Contains("You enrolled for the 4 classes that remained then", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 of these 4 has begun", page.Text, StringComparison.Ordinal);
        Assert.Contains("was over before you enrolled$0.00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Class 3 of 6, which has begun−$149.25", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 classes were over before the seat was the student’s", refund.Text, StringComparison.Ordinal);
        Assert.Contains("$380.59", refund.Text, StringComparison.Ordinal);
        Assert.Contains("One of 4 classes has begun", transfer.Text, StringComparison.Ordinal);
        Assert.Contains("Class 3 of 6, which has begun: −$149.25", (await Mail("You have withdrawn", "riley@clinic.example")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_paid_after_another_class_does_not_pay_for_it()
    {
        var cohort = await Given.OpenCohort();
        await PassTo(cohort.Meetings[1].EndsAtUtc.AddMinutes(1));
        await (await Asked(cohort, "PaymentLink", f => f.Fill("HoldHours", "336"))).Submit("Hold a seat for Riley Sample, email the link to pay");
        var own = await Own("A seat is held for you until");
        await PassTo(cohort.Meetings[2].EndsAtUtc.AddHours(1));

        await Stripe.Pay(await own.GoToPay());
        var page = await (await own.Reload()).Click("Withdraw");

        Assert.Contains("You enrolled for the 3 classes that remained then", page.Text, StringComparison.Ordinal);
        Assert.Contains("No class has begun since", page.Text, StringComparison.Ordinal);
        Assert.Contains("you’ll be refunded $507.45", page.Text, StringComparison.Ordinal);
    }

    private async Task PassTo(DateTime utc)
    {
        Site.Pass(utc - Site.Now);
        await Admin.SignIn();
    }
}
