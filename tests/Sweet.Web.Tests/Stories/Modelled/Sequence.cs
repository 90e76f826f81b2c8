using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <param name="OtherPrice">Of <see cref="World.OtherPrices"/>.</param>
internal sealed record Sequence(int OtherPrice, (Act What, int Who)[] Acts)
{
    /// <summary>Everything is checked after each act, and once all has come to rest.</summary>
    /// <returns>Every seat that there was, in the order in which they were made.</returns>
    public async Task<IReadOnlyList<Enrollment>> Play(SiteFactory site, Given given)
    {
        var world = await World.Begin(site, given, OtherPrice);
        foreach (var (what, who) in Acts)
        {
            await world.Do(what, who);
            await world.AssertSeatsAgree();
        }

        await world.ComeToRest();
        return await world.AssertRest();
    }

    public override string ToString() => $"at {World.OtherPrices[OtherPrice]}: {string.Join(", ", Acts.Select(a => $"{a.What} {a.Who}"))}";
}
