using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;

namespace Sweet.Sandbox.Demonstration;

/// <summary>One case that waits and one that was decided, so that their list is not empty.</summary>
internal static class DemonstrationCases
{
    public static IEnumerable<OpenCase> All(DateTime nowUtc)
    {
        yield return Unclaimed("pi_sample_desk", "IPT-SAMPLE", 49_700, nowUtc.AddHours(-3));

        var settled = Unclaimed("pi_sample_agency", "IPT-SAMPLF", 59_700, nowUtc.AddDays(-4));
        settled.Resolve(
            CaseResolution.Noted, "Paid by an agency outside the site; enrolled by hand.",
            Actor.Worker("demonstration"), nowUtc.AddDays(-3));
        yield return settled;
    }

    private static OpenCase Unclaimed(string intent, string number, long minor, DateTime nowUtc) =>
        PaymentCases.Unclaimed(new PaymentFacts(intent, PaymentStatus.Succeeded, new Money(minor, "USD")), number, nowUtc);
}
