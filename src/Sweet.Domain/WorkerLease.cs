namespace Sweet.Domain;

/// <summary>Which instance does a worker's rounds now. Taken and renewed by one conditional update.</summary>
public sealed class WorkerLease
{
    public const int NameMaxLength = 60;
    public const int HolderMaxLength = 60;

    private WorkerLease()
    {
    }

    public WorkerLease(string name, DateTime nowUtc)
    {
        Name = name;
        CreatedAtUtc = nowUtc;
    }

    public string Name { get; private set; } = "";

    public DateTime CreatedAtUtc { get; private set; }

    /// <summary>Null while nobody has it.</summary>
    public string? Holder { get; private set; }

    /// <summary>Raised whenever the lease changes hands; a save that names an older one affects no row.</summary>
    public long Fence { get; private set; }

    /// <summary>By the holder's clock. Others do not compare it with theirs; they look whether it changes.</summary>
    public DateTime LeasedUntilUtc { get; private set; }

    public DateTime? CompletedAtUtc { get; private set; }
}
