using Sweet.Web.Tests.Support;

namespace Sweet.Experiments.Support;

/// <summary>Somebody who wants a seat, pays for it, and does what people do when a page does not come: try again.</summary>
internal sealed class Person(Experiment experiment, string email)
{
    private const int MostTries = 400;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly List<TimeSpan> waits = [];

    public string Email => email;

    /// <summary>How long each page took that came.</summary>
    public IReadOnlyList<TimeSpan> Waits => waits;

    /// <returns>What the last page said.</returns>
    public async Task<Ending> Enroll()
    {
        using var visitor = experiment.NewVisitor();
        var page = await Until(() => Register(visitor), IsAnswer);
        if (!page.Buttons.Contains("Continue to payment")) return new(page.Heading, page.Text);

        var enrollment = page.Address;
        var away = await Until(() => GoToPay(visitor, enrollment), answer => answer.LeadsTo is not null || (IsAnswer(answer) && !answer.Buttons.Contains("Continue to payment")));
        if (away.LeadsTo is not { } session) return new(away.Heading, away.Text);

        await experiment.StandIns.Stripe.Pay(session);
        var last = await Until(() => visitor.Open(experiment.StandIns.Stripe.Session(session).SuccessUrl!), IsSettled);
        return new(last.Heading, last.Text);
    }

    private async Task<Page> Register(Visitor visitor)
    {
        var form = await visitor.Open($"/cohorts/{experiment.Cohort.Reference}/enrollments/new");
        return form.HasForm ? await form.Submit(f => f.FillIn(email)) : form;
    }

    private static async Task<Page> GoToPay(Visitor visitor, string enrollment)
    {
        var held = await visitor.Open(enrollment);
        return held.Buttons.Contains("Continue to payment") ? await held.Submit("Continue to payment") : held;
    }

    private static bool IsAnswer(Page page) => page.Status is 200 or 422;

    private static bool IsSettled(Page page) => page.Status == 200 && !page.Address.EndsWith("/landing", StringComparison.Ordinal);

    private async Task<Page> Until(Func<Task<Page>> open, Func<Page, bool> isEnough)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await Try(open) is { } page && isEnough(page)) return page;
            await Task.Delay(Pause);
        }

        throw new InvalidOperationException($"{email} gave up.");
    }

    private async Task<Page?> Try(Func<Task<Page>> open)
    {
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            var page = await open();
            waits.Add(TimeProvider.System.GetElapsedTime(began));
            return page;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            // The site was killed under the request, or so many wait that it did not come.
            return null;
        }
    }
}

internal sealed record Ending(string Heading, string Text)
{
    public bool IsEnrolled => Heading == "You are enrolled";

    public bool IsTooLate => Text.Contains("All seats are taken", StringComparison.Ordinal) || Text.Contains("The last seat has just been taken", StringComparison.Ordinal);
}
