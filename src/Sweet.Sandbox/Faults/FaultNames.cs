namespace Sweet.Sandbox.Faults;

/// <summary>The faults that can be planned by name, on the control page or by another program.</summary>
internal static class FaultNames
{
    private static readonly OrderedDictionary<string, Fault> Known = new(StringComparer.Ordinal)
    {
        ["server-error"] = Fault.ServerError,
        ["stored-server-error"] = Fault.StoredServerError(),
        ["stored-server-error-after-work"] = Fault.StoredServerError(workIsDone: true),
        ["rate-limited"] = Fault.RateLimited(),
        ["unauthorized"] = Fault.Unauthorized,
        ["forbidden"] = Fault.Forbidden,
        ["too-large"] = Fault.TooLarge,
        ["bad-request"] = Fault.BadRequest,
        ["conflict"] = Fault.Conflict,
        ["hang"] = Fault.Hang,
        ["hang-after-work"] = Fault.HangAfter,
        ["break-before-work"] = Fault.BreakBefore,
        ["break-after-work"] = Fault.BreakAfter,
    };

    public static IEnumerable<string> All => Known.Keys;

    public static Fault? Find(string name) => Known.GetValueOrDefault(name);

    public static string Of(Fault fault) => Known.FirstOrDefault(pair => pair.Value == fault).Key ?? "a fault of a test";
}
