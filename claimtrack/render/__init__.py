"""How answers look; nothing here computes one."""
