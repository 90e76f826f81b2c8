namespace Sweet.Web.Features.Staff.Overviews.Charts;

/// <summary>Where the lines of a chart stand: round steps, at most four of them.</summary>
public sealed record Scale(decimal Step, int Steps)
{
    private const int MostSteps = 4;

    private static readonly decimal[] RoundSteps = [1, 2, 2.5m, 5];

    public decimal Top => Step * Steps;

    public IEnumerable<decimal> Lines => Enumerable.Range(0, Steps + 1).Select(step => step * Step);

    /// <param name="smallest">No step is smaller: half a registration is none.</param>
    public static Scale Over(decimal highest, decimal smallest)
    {
        for (var unit = smallest; ; unit *= 10)
        {
            foreach (var step in RoundSteps.Select(s => s * unit).Where(s => s % smallest == 0))
            {
                if (highest <= step * MostSteps) return new Scale(step, Math.Max(1, (int)Math.Ceiling(highest / step)));
            }
        }
    }
}
