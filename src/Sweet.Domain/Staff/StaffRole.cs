namespace Sweet.Domain.Staff;

/// <summary>The names of the roles. An admin can do what marketing does.</summary>
public static class StaffRole
{
    public const string Admin = "Admin";
    public const string Marketing = "Marketing";
}
